package io.mostik.datahub;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Model;
import java.util.Optional;
import org.immutables.value.Value;

/** A connection as the store keeps it; without the key. */
@Value.Immutable
@JsonDeserialize(builder = KeptConnection.Builder.class)
@JsonSerialize(as = ImmutableKeptConnection.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
interface KeptConnection extends Model {

    ConnectionState.Kind kind();

    Optional<WizardStep> step();

    Optional<ConnectionState.Reason> reason();

    /** Returns how often settings or key have changed: a refresh starts from the beginning with each. */
    long revision();

    /** Returns the settings in force. */
    Optional<HubSettings> settings();

    /** Returns the settings that the wizard is at. */
    Optional<HubSettings> draft();

    default ConnectionState state() {
        return new ConnectionState(kind(), step(), reason());
    }

    static KeptConnection nothing() {
        return of(ConnectionState.NOT_CONNECTED);
    }

    static KeptConnection of(ConnectionState state) {
        return new Builder()
                .kind(state.kind())
                .step(state.step())
                .reason(state.reason())
                .revision(0)
                .build();
    }

    default Builder change() {
        Builder builder = new Builder();
        builder.from(this);
        return builder;
    }

    /** Builds a kept connection. */
    final class Builder extends ImmutableKeptConnection.Builder {
        Builder() {}

        Builder state(ConnectionState state) {
            kind(state.kind());
            step(state.step());
            reason(state.reason());
            return this;
        }
    }
}
