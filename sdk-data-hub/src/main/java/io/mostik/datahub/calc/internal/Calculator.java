package io.mostik.datahub.calc.internal;

import io.mostik.core.json.Json;
import io.mostik.datahub.calc.Calculation;
import io.mostik.datahub.calc.CostBasis;
import io.mostik.datahub.calc.EvaluationError;
import io.mostik.datahub.connector.HubOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A calculation, read once and used for many orders. Immutable and thread-safe. */
public final class Calculator {

    private static final Set<String> SPLIT =
            Set.of(OrderAmount.PARTS_TOTAL.field(), OrderAmount.SERVICES_TOTAL.field());

    private final Optional<Expression> cost;
    private final Optional<Expression> salesVolume;
    private final CostBasis basis;

    /**
     * Reads the expressions.
     *
     * @throws ExpressionException if one cannot be read
     */
    public Calculator(Calculation calculation) {
        this.cost = calculation.cost().filter(text -> !text.isBlank()).map(Expression::parse);
        this.salesVolume =
                calculation.salesVolume().filter(text -> !text.isBlank()).map(Expression::parse);
        this.basis = calculation.costBasis();
    }

    /** Returns whether the lines of the orders have to be read. */
    public boolean needsItems() {
        return expressions().anyMatch(Expression::needsItems);
    }

    /**
     * Calculates both indicators of an order.
     *
     * @param items its lines, added up; asked for only if an expression needs them, empty if they cannot be read
     */
    public Indicators calculate(HubOrder order, Supplier<Optional<ItemSums>> items) {
        Optional<ItemSums> sums = needsItems() ? items.get() : Optional.empty();
        boolean unreconciled = sums.filter(lines -> usesSplit() && split(order, lines) == Split.NEITHER)
                .isPresent();
        return new Indicators(evaluate(cost, order, sums), evaluate(salesVolume, order, sums), unreconciled);
    }

    private Evaluation evaluate(Optional<Expression> expression, HubOrder order, Optional<ItemSums> sums) {
        if (expression.isEmpty()) {
            return Evaluation.UNDEFINED;
        }
        if (expression.get().needsItems() && sums.isEmpty()) {
            return Evaluation.failed(EvaluationError.NO_ITEMS);
        }
        return expression.get().evaluate(values(order, sums));
    }

    private Function<String, Json> values(HubOrder order, Optional<ItemSums> sums) {
        return field -> OrderAmount.find(field)
                .map(amount -> value(amount, order, sums))
                .or(() -> CustomNumber.find(field).map(number -> number.in(order)))
                .orElseThrow();
    }

    private Json value(OrderAmount amount, HubOrder order, Optional<ItemSums> sums) {
        return switch (amount) {
            case TOTAL -> json(order.total());
            case PAID -> json(order.paid());
            case DISCOUNT -> json(order.discount());
            case ESTIMATED -> Json.of(order.estimated().orElse(null));
            case GROSS -> Json.of(total(order).add(order.discount().orElse(BigDecimal.ZERO), Node.PRECISION));
            case COST -> json(sums.map(lines -> lines.cost(basis)));
            case PARTS_TOTAL -> json(sums.map(lines -> chosen(order, lines, lines.parts())));
            case SERVICES_TOTAL -> json(sums.map(lines -> chosen(order, lines, lines.services())));
        };
    }

    private static BigDecimal chosen(HubOrder order, ItemSums lines, ItemSums.Sum sum) {
        return split(order, lines) == Split.REDUCED ? sum.reduced() : sum.net();
    }

    /** Whether prices are net of discounts is not known, so the sum that equals the order's total decides. */
    private static Split split(HubOrder order, ItemSums lines) {
        if (same(lines.all().net(), total(order))) {
            return Split.NET;
        }
        return same(lines.all().reduced(), total(order)) ? Split.REDUCED : Split.NEITHER;
    }

    private static boolean same(BigDecimal one, BigDecimal other) {
        return cents(one).compareTo(cents(other)) == 0;
    }

    private boolean usesSplit() {
        return expressions().anyMatch(expression -> expression.fields().stream().anyMatch(SPLIT::contains));
    }

    private Stream<Expression> expressions() {
        return Stream.concat(cost.stream(), salesVolume.stream());
    }

    private static BigDecimal total(HubOrder order) {
        return order.total().orElse(BigDecimal.ZERO);
    }

    /** Ten characters such as 1e99999999 would become a hundred million digits. */
    private static BigDecimal cents(BigDecimal amount) {
        boolean sane = (long) amount.precision() - amount.scale() <= Node.PRECISION.getPrecision();
        return sane ? amount.setScale(2, RoundingMode.HALF_UP) : amount;
    }

    private static Json json(Optional<BigDecimal> number) {
        return Json.of(number.orElse(null));
    }

    /** Which sum of the lines equals the order. */
    private enum Split {
        NET,
        REDUCED,
        NEITHER
    }
}
