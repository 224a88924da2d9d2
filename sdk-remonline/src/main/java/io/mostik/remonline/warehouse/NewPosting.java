package io.mostik.remonline.warehouse;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Redacted;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Goods to take in. */
@Value.Immutable
@JsonSerialize(as = ImmutableNewPosting.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface NewPosting {

    /** Returns the id of the location. */
    long branchId();

    /** Returns the id of the warehouse. */
    long warehouseId();

    /** Returns the id of the supplier. */
    long supplierId();

    /** Returns the note. */
    @Redacted
    Optional<String> description();

    /** Returns the number of the supplier's document. */
    Optional<String> documentNumber();

    /** Returns the time of the supplier's document, as the vendor wants it; its form is not documented. */
    Optional<String> documentDatetime();

    /** Returns the lines. */
    List<PostingLine> products();

    /** Returns how they are paid. */
    PostingPayment cashflow();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a posting to make. */
    final class Builder extends ImmutableNewPosting.Builder {
        Builder() {}
    }
}
