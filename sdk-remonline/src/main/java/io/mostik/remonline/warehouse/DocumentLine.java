package io.mostik.remonline.warehouse;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import io.mostik.remonline.common.Unit;
import io.mostik.remonline.internal.EmptyAsAbsent;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** A line of a document of a warehouse. */
@Value.Immutable
@JsonDeserialize(builder = DocumentLine.Builder.class)
public interface DocumentLine extends Model {

    /** Returns its id. */
    OptionalLong id();

    /** Returns the name. */
    Optional<String> title();

    /** Returns the code. */
    Optional<String> code();

    /** Returns the article. */
    Optional<String> article();

    /** Returns how many. */
    Optional<BigDecimal> amount();

    /** Returns the price of one. */
    Optional<BigDecimal> price();

    /** Returns whether the pieces have serial numbers. */
    @JsonProperty("is_serial")
    Optional<Boolean> isSerial();

    /** Returns the unit. */
    @JsonDeserialize(contentUsing = EmptyAsAbsent.class)
    Optional<Unit> uom();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a line. */
    final class Builder extends ImmutableDocumentLine.Builder {
        Builder() {}
    }
}
