package io.mostik.datahub.calc;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Model;
import io.mostik.datahub.calc.internal.CalculationCheck;
import io.mostik.datahub.checks.Finding;
import io.mostik.datahub.checks.FindingCode;
import io.mostik.datahub.checks.Findings;
import io.mostik.datahub.connector.OwnField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The expressions of the two indicators. An absent or blank one is not defined, and the records lack it.
 */
@Value.Immutable
@JsonDeserialize(builder = Calculation.Builder.class)
@JsonSerialize(as = ImmutableCalculation.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface Calculation extends Model {

    /** Returns the expression of the cost, such as {@code {order.cost}}. */
    Optional<String> cost();

    /** Returns the expression of the sales volume, such as {@code {order.total} * 94%}. */
    Optional<String> salesVolume();

    /** Returns whether the cost of a line is of one piece or of the whole line. */
    @Value.Default
    default CostBasis costBasis() {
        return CostBasis.PER_UNIT;
    }

    /** Returns the calculation that defines neither. */
    static Calculation none() {
        return builder().build();
    }

    /** Returns a calculation with both expressions. */
    static Calculation of(String cost, String salesVolume) {
        return builder().cost(cost).salesVolume(salesVolume).build();
    }

    /** Returns everything that is wrong with the expressions, for an account with these fields of its own. */
    default Findings check(List<OwnField> ownFields) {
        List<Finding> findings = new ArrayList<>();
        cost().ifPresent(text -> CalculationCheck.of(text, ".cost", ownFields, findings));
        salesVolume().ifPresent(text -> CalculationCheck.of(text, ".salesVolume", ownFields, findings));
        return new Findings(findings);
    }

    /** Returns everything that is wrong with the expressions themselves, for whatever account. */
    default Findings check() {
        return new Findings(check(List.of()).list().stream()
                .filter(finding -> finding.code() != FindingCode.UNKNOWN_NAME)
                .toList());
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a calculation. */
    final class Builder extends ImmutableCalculation.Builder {
        Builder() {}
    }
}
