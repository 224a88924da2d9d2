package io.mostik.datahub.calc.internal;

import io.mostik.datahub.calc.CostBasis;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The fields of every order that expressions can use. Amounts are in the account's currency. */
enum OrderAmount {
    /** The amount of the order. */
    TOTAL("order.total", false),
    /** The cost of its lines, by {@link CostBasis}; there is no cost of the order itself. */
    COST("order.cost", true),
    /** What has been paid. */
    PAID("order.paid", false),
    /** The sum of all discounts. */
    DISCOUNT("order.discount", false),
    /** The estimated price; people write ranges there too, which are no numbers. */
    ESTIMATED("order.estimated", false),
    /** The lines that are products, after discounts. */
    PARTS_TOTAL("order.partsTotal", true),
    /** The lines that are services or work, after discounts. */
    SERVICES_TOTAL("order.servicesTotal", true),
    /** The amount of the order before discounts. */
    GROSS("order.gross", false);

    private final String field;
    private final boolean needsItems;

    OrderAmount(String field, boolean needsItems) {
        this.field = field;
        this.needsItems = needsItems;
    }

    /** Returns its name in expressions, without the braces. */
    public String field() {
        return field;
    }

    /** Returns whether the lines of the order have to be read for it. */
    public boolean needsItems() {
        return needsItems;
    }

    /** Returns the one with this name in expressions. */
    public static Optional<OrderAmount> find(String field) {
        return Arrays.stream(values())
                .filter(amount -> amount.field.equals(field))
                .findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(OrderAmount::field).toList();
    }
}
