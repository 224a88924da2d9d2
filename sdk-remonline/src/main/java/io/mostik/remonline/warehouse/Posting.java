package io.mostik.remonline.warehouse;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** Goods taken in. */
@Value.Immutable
@JsonDeserialize(builder = Posting.Builder.class)
public interface Posting extends Model {

    /** Returns its id. */
    long id();

    /** Returns the number on the document. */
    @JsonProperty("id_label")
    Optional<String> number();

    /** Returns when it was made. */
    Optional<Instant> createdAt();

    /** Returns the id of who made it. */
    OptionalLong createdById();

    /** Returns the note. */
    @Redacted
    Optional<String> description();

    /** Returns the lines. */
    List<DocumentLine> products();

    /** Returns the id of the supplier. */
    OptionalLong supplierId();

    /** Returns the number of the supplier's document. */
    Optional<String> documentNumber();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a posting. */
    final class Builder extends ImmutablePosting.Builder {
        Builder() {}
    }
}
