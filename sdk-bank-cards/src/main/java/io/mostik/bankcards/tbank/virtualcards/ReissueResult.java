package io.mostik.bankcards.tbank.virtualcards;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import java.util.Optional;
import org.immutables.value.Value;

/** The state of a reissue. */
@Value.Immutable
@JsonDeserialize(builder = ReissueResult.Builder.class)
public interface ReissueResult extends Model {

    /** Returns how far it is. */
    ReissueStatus status();

    /** Returns what it has brought; there when it is {@code READY}. */
    Optional<ReissuedCard> info();

    /** A result that cannot be read is not one that is still to come. */
    @Value.Check
    default void check() {
        if (unknown().containsKey("info")) {
            throw new IllegalArgumentException("info cannot be read");
        }
    }

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a result. */
    final class Builder extends ImmutableReissueResult.Builder {
        Builder() {}
    }
}
