package io.mostik.bankcards.tbank.virtualcards;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import java.util.Optional;
import org.immutables.value.Value;

/** How a reissue stands. */
@Value.Immutable
@JsonDeserialize(builder = ReissueResult.Builder.class)
public interface ReissueResult extends Model {

    /** Returns how far it is. */
    ReissueStatus status();

    /** Returns what it has brought; there when it is {@code READY}. */
    Optional<ReissuedCard> info();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a result. */
    final class Builder extends ImmutableReissueResult.Builder {
        Builder() {}
    }
}
