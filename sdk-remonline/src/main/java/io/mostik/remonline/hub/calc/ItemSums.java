package io.mostik.remonline.hub.calc;

import io.mostik.remonline.common.Discount;
import io.mostik.remonline.orders.EntityType;
import io.mostik.remonline.orders.ItemEntity;
import io.mostik.remonline.orders.OrderItem;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What the lines of an order add up to; small, so that many can be remembered. A line without a quantity is one piece.
 *
 * @param unitCost cost by quantity
 * @param lineCost cost as it stands
 * @param all all lines, whatever they are
 * @param parts the products
 * @param services the services and work
 */
public record ItemSums(BigDecimal unitCost, BigDecimal lineCost, Sum all, Sum parts, Sum services) {

    /**
     * One kind of lines.
     *
     * @param net price by quantity
     * @param discount the discounts as the lines tell them
     */
    public record Sum(BigDecimal net, BigDecimal discount) {

        BigDecimal reduced() {
            return net.subtract(discount, Node.PRECISION);
        }
    }

    /** Returns what lines add up to, to 34 digits. */
    public static ItemSums of(List<OrderItem> items) {
        return new ItemSums(
                total(items, item -> cost(item).multiply(quantity(item), Node.PRECISION)),
                total(items, ItemSums::cost),
                sum(items, item -> true),
                sum(items, item -> is(item, EntityType.PRODUCT)),
                sum(items, item -> is(item, EntityType.SERVICE) || is(item, EntityType.WORK)));
    }

    private static Sum sum(List<OrderItem> items, Predicate<OrderItem> kind) {
        List<OrderItem> those = items.stream().filter(kind).toList();
        return new Sum(
                total(those, item -> item.price().orElse(BigDecimal.ZERO).multiply(quantity(item), Node.PRECISION)),
                total(those, item -> item.discount().flatMap(Discount::amount).orElse(BigDecimal.ZERO)));
    }

    private static BigDecimal total(List<OrderItem> items, Function<OrderItem, BigDecimal> amount) {
        return items.stream().map(amount).reduce(BigDecimal.ZERO, (one, other) -> one.add(other, Node.PRECISION));
    }

    private static boolean is(OrderItem item, EntityType type) {
        return item.entity().flatMap(ItemEntity::type).filter(type::equals).isPresent();
    }

    private static BigDecimal quantity(OrderItem item) {
        return item.quantity().orElse(BigDecimal.ONE);
    }

    private static BigDecimal cost(OrderItem item) {
        return item.cost().orElse(BigDecimal.ZERO);
    }

    BigDecimal cost(CostBasis basis) {
        return basis == CostBasis.PER_UNIT ? unitCost : lineCost;
    }
}
