package io.mostik.datahub.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Records as comma-separated values by RFC 4180: a head, a line for each record, quotes where they are needed. What is
 * not there is empty; times are ISO-8601 in UTC, amounts have a point. A text that a spreadsheet would take for a formula
 * gets a quote mark before it.
 *
 * @param separator between values; a comma, or a semicolon where a comma is the decimal sign
 */
public record CsvFormat(char separator) {

    /** The format with commas. */
    public static final CsvFormat COMMA = new CsvFormat(',');

    /** The format with semicolons, as spreadsheets in much of Europe want it. */
    public static final CsvFormat SEMICOLON = new CsvFormat(';');

    private static final String END = "\r\n";
    private static final String FORMULA = "=+-@\t\r";
    /** Refuses what cannot separate. */
    public CsvFormat {
        if (separator == '"' || separator == '\r' || separator == '\n' || Character.isLetterOrDigit(separator)) {
            throw new IllegalArgumentException("separator must be no quote, line end, letter or digit");
        }
    }

    /** Returns the first line for the columns that all records have, with its end. */
    public String head() {
        return head(HubColumn.USUAL);
    }

    /** Returns the first line for these columns, with its end. */
    public String head(List<HubColumn> columns) {
        return line(columns.stream().map(HubColumn::name));
    }

    /** Returns the line of a record, with its end. */
    public String line(HubRecord order) {
        return line(order, HubColumn.USUAL);
    }

    /** Returns the line of a record with these columns, with its end. */
    public String line(HubRecord order, List<HubColumn> columns) {
        return line(columns.stream()
                .map(column -> column.value().apply(order).map(CsvFormat::text).orElse("")));
    }

    private String line(Stream<String> values) {
        return values.map(this::quoted).collect(Collectors.joining(String.valueOf(separator))) + END;
    }

    private String quoted(String value) {
        boolean special = value.chars()
                .anyMatch(letter -> letter == separator || letter == '"' || letter == '\r' || letter == '\n');
        return special ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }

    private static String text(Object value) {
        if (value instanceof BigDecimal amount) {
            return amount.toPlainString();
        }
        String text = value.toString();
        boolean formula = value instanceof String && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }
}
