package io.mostik.bankcards.workflow;

import io.mostik.bankcards.workflow.Purchase.Part;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What was spent by card, by day, courier and order. Amounts are in the currency of the account. Prints the number of lines
 * alone.
 *
 * @param lines one line for each order of a courier on a day, and one for what belongs to no order
 */
public record SpendingReport(List<Line> lines) {

    private static final String HEADER = "day,courier,order,purchases,spent,cash,refunded,net,held,confidence";

    /** Keeps an unchangeable copy. */
    public SpendingReport {
        lines = List.copyOf(lines);
    }

    /**
     * The spending of one courier for one order on one day.
     *
     * @param day the day in Moscow on which it was authorised
     * @param courier who held the card; empty if the directory did not know
     * @param order the order; empty for what belongs to none
     * @param purchases how many purchases and withdrawals, cancelled ones left out
     * @param spent what was spent in all, cash included
     * @param cash what of it was cash
     * @param refunded what came back
     * @param held what of the spending is not posted yet
     * @param confidence of all its purchases, how sure the least sure one is one purchase
     */
    public record Line(
            LocalDate day,
            Optional<String> courier,
            Optional<String> order,
            int purchases,
            BigDecimal spent,
            BigDecimal cash,
            BigDecimal refunded,
            BigDecimal held,
            MatchConfidence confidence) {

        /** Rejects null components. */
        public Line {
            Objects.requireNonNull(day, "day");
            Objects.requireNonNull(courier, "courier");
            Objects.requireNonNull(order, "order");
            Objects.requireNonNull(spent, "spent");
            Objects.requireNonNull(cash, "cash");
            Objects.requireNonNull(refunded, "refunded");
            Objects.requireNonNull(held, "held");
            Objects.requireNonNull(confidence, "confidence");
        }

        /** Returns what was spent less what came back. */
        public BigDecimal net() {
            return spent.subtract(refunded);
        }

        private static Line empty(Key key) {
            BigDecimal zero = BigDecimal.ZERO;
            return new Line(key.day, key.courier, key.order, 0, zero, zero, zero, zero, MatchConfidence.CERTAIN);
        }

        private Line with(Purchase purchase, BigDecimal part) {
            BigDecimal out = part.max(BigDecimal.ZERO);
            boolean isCounted = purchase.kind() == Purchase.Kind.PURCHASE || purchase.kind() == Purchase.Kind.CASH;
            return new Line(
                    day,
                    courier,
                    order,
                    purchases + (isCounted ? 1 : 0),
                    spent.add(out),
                    purchase.kind() == Purchase.Kind.CASH ? cash.add(out) : cash,
                    refunded.add(part.min(BigDecimal.ZERO).negate()),
                    purchase.posted() ? held : held.add(out),
                    purchase.confidence().compareTo(confidence) > 0 ? purchase.confidence() : confidence);
        }

        private List<String> fields() {
            return List.of(
                    day.toString(),
                    courier.orElse(""),
                    order.orElse(""),
                    Integer.toString(purchases),
                    spent.toPlainString(),
                    cash.toPlainString(),
                    refunded.toPlainString(),
                    net().toPlainString(),
                    held.toPlainString(),
                    confidence.name());
        }
    }

    private record Key(LocalDate day, Optional<String> courier, Optional<String> order) {}

    static SpendingReport of(List<Purchases.CardDay> all) {
        Map<Key, Line> lines = new LinkedHashMap<>();
        for (Purchases.CardDay one : all) {
            Purchase purchase = one.purchase();
            List<Part> parts = purchase.parts().isEmpty()
                    ? List.of(new Part(Optional.empty(), "", purchase.taken()))
                    : purchase.parts();
            for (Part part : parts) {
                Key key = new Key(one.day(), purchase.courier(), part.order());
                lines.put(key, lines.getOrDefault(key, Line.empty(key)).with(purchase, part.amount()));
            }
        }
        return new SpendingReport(lines.values().stream()
                .sorted(Comparator.comparing(Line::day)
                        .thenComparing(line -> line.courier().orElse(""))
                        .thenComparing(line -> line.order().orElse("")))
                .toList());
    }

    /** Returns what was spent less what came back, of all lines. */
    public BigDecimal net() {
        return lines.stream().map(Line::net).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * Returns the report as CSV (RFC 4180): a line of names, then one for each line; commas, CRLF, a dot in amounts. A text
     * that a spreadsheet would take for a formula gets an apostrophe in front.
     */
    public String csv() {
        StringBuilder csv = new StringBuilder(HEADER).append("\r\n");
        for (Line line : lines) {
            List<String> fields =
                    line.fields().stream().map(SpendingReport::quoted).toList();
            csv.append(String.join(",", fields)).append("\r\n");
        }
        return csv.toString();
    }

    /** Returns the report as a table for people, with a total. */
    public String text() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(HEADER.split(",", -1)));
        lines.forEach(line -> rows.add(line.fields()));
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder printed = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                int column = i;
                int width = rows.stream()
                        .mapToInt(one -> one.get(column).length())
                        .max()
                        .orElse(0);
                printed.append(row.get(i)).append(" ".repeat(width - row.get(i).length() + 2));
            }
            text.append(printed.toString().stripTrailing()).append('\n');
        }
        return text.append("net in all: ")
                .append(net().toPlainString())
                .append('\n')
                .toString();
    }

    private static String quoted(String field) {
        boolean isFormula = !field.isEmpty() && "=+-@\t\r".indexOf(field.charAt(0)) >= 0 && !field.matches("-?[0-9.]+");
        String safe = isFormula ? "'" + field : field;
        boolean isPlain =
                safe.chars().noneMatch(letter -> letter == ',' || letter == '"' || letter == '\r' || letter == '\n');
        return isPlain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    /** Returns the number of lines. */
    @Override
    public String toString() {
        return "SpendingReport[" + lines.size() + " lines]";
    }
}
