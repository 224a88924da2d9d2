package io.mostik.datahub.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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
    private static final List<String> COLUMNS = List.of(
            "orderId",
            "number",
            "createdAt",
            "modifiedAt",
            "closedAt",
            "locationId",
            "location",
            "statusId",
            "containerKey",
            "state",
            "cost",
            "salesVolume",
            "managerId",
            "clientId",
            "adCampaignId");

    /** Refuses what cannot separate. */
    public CsvFormat {
        if (separator == '"' || separator == '\r' || separator == '\n' || Character.isLetterOrDigit(separator)) {
            throw new IllegalArgumentException("separator must be no quote, line end, letter or digit");
        }
    }

    /** Returns the first line, with its end. */
    public String head() {
        return line(COLUMNS.stream());
    }

    /** Returns the line of a record, with its end. */
    public String line(HubRecord order) {
        return line(Stream.of(
                Long.toString(order.orderId()),
                text(order.number()),
                plain(order.createdAt()),
                plain(order.modifiedAt()),
                plain(order.closedAt()),
                id(order.locationId()),
                text(order.location()),
                id(order.statusId()),
                text(order.containerKey()),
                plain(order.state()),
                amount(order.cost()),
                amount(order.salesVolume()),
                id(order.managerId()),
                id(order.clientId()),
                id(order.adCampaignId())));
    }

    private String line(Stream<String> values) {
        return values.map(this::quoted).collect(Collectors.joining(String.valueOf(separator))) + END;
    }

    private String quoted(String value) {
        boolean special = value.chars()
                .anyMatch(letter -> letter == separator || letter == '"' || letter == '\r' || letter == '\n');
        return special ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }

    private static String text(Optional<String> text) {
        return text.map(word -> !word.isEmpty() && FORMULA.indexOf(word.charAt(0)) >= 0 ? "'" + word : word)
                .orElse("");
    }

    private static String plain(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    private static String amount(Optional<BigDecimal> amount) {
        return amount.map(BigDecimal::toPlainString).orElse("");
    }

    private static String id(OptionalLong id) {
        return id.isPresent() ? Long.toString(id.getAsLong()) : "";
    }
}
