package io.mostik.datahub.filter;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import java.util.List;
import org.immutables.value.Value;

/**
 * One condition, and what happens to the orders that meet it. An order is delivered if it meets every rule that
 * includes, and no rule that excludes.
 */
@Value.Immutable
@JsonDeserialize(builder = FilterRule.Builder.class)
@JsonSerialize(as = ImmutableFilterRule.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface FilterRule extends Model {

    /** Returns what happens. */
    FilterAction action();

    /** Returns what of the order is looked at. */
    OrderParameter parameter();

    /** Returns how it is compared. */
    Operator operator();

    /** Returns with what: names, ids, numbers, times or flags, as the parameter needs. May be personal; not printed. */
    @Redacted
    List<String> values();

    /** Returns a rule that keeps orders. */
    static FilterRule include(OrderParameter parameter, Operator operator, String... values) {
        return of(FilterAction.INCLUDE, parameter, operator, values);
    }

    /** Returns a rule that drops orders. */
    static FilterRule exclude(OrderParameter parameter, Operator operator, String... values) {
        return of(FilterAction.EXCLUDE, parameter, operator, values);
    }

    private static FilterRule of(FilterAction action, OrderParameter parameter, Operator operator, String... values) {
        return builder()
                .action(action)
                .parameter(parameter)
                .operator(operator)
                .addValues(values)
                .build();
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a rule. */
    final class Builder extends ImmutableFilterRule.Builder {
        Builder() {}
    }
}
