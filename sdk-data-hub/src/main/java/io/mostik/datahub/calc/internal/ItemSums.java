package io.mostik.datahub.calc.internal;

import io.mostik.datahub.calc.CostBasis;
import io.mostik.datahub.connector.OrderLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What the lines of an order add up to; small, so that many can be remembered. A line without a quantity is one piece.
 *
 * @param unitCost cost by quantity
 * @param lineCost cost of the lines, not multiplied by quantity
 * @param all all lines, whatever they are
 * @param parts the products
 * @param services the services and work
 */
public record ItemSums(BigDecimal unitCost, BigDecimal lineCost, Sum all, Sum parts, Sum services) {

    /**
     * One kind of lines.
     *
     * @param net price by quantity
     * @param discount the discounts of the lines
     */
    public record Sum(BigDecimal net, BigDecimal discount) {

        BigDecimal reduced() {
            return net.subtract(discount, Node.PRECISION);
        }
    }

    /** Returns what lines add up to, to 34 digits. */
    public static ItemSums of(List<OrderLine> items) {
        return new ItemSums(
                total(items, item -> cost(item).multiply(quantity(item), Node.PRECISION)),
                total(items, ItemSums::cost),
                sum(items, item -> true),
                sum(items, item -> item.kind() == OrderLine.Kind.PRODUCT),
                sum(items, item -> item.kind() == OrderLine.Kind.SERVICE));
    }

    private static Sum sum(List<OrderLine> items, Predicate<OrderLine> kind) {
        List<OrderLine> those = items.stream().filter(kind).toList();
        return new Sum(
                total(those, item -> item.price().orElse(BigDecimal.ZERO).multiply(quantity(item), Node.PRECISION)),
                total(those, item -> item.discount().orElse(BigDecimal.ZERO)));
    }

    private static BigDecimal total(List<OrderLine> items, Function<OrderLine, BigDecimal> amount) {
        return items.stream().map(amount).reduce(BigDecimal.ZERO, (one, other) -> one.add(other, Node.PRECISION));
    }

    private static BigDecimal quantity(OrderLine item) {
        return item.quantity().orElse(BigDecimal.ONE);
    }

    private static BigDecimal cost(OrderLine item) {
        return item.cost().orElse(BigDecimal.ZERO);
    }

    BigDecimal cost(CostBasis basis) {
        return basis == CostBasis.PER_UNIT ? unitCost : lineCost;
    }
}
