package io.mostik.datahub;

import java.util.Objects;
import java.util.Optional;

/**
 * The state of a connection.
 *
 * @param kind which of the four states
 * @param step the step of the wizard, while configuring
 * @param reason what is wrong, in error
 */
public record ConnectionState(Kind kind, Optional<WizardStep> step, Optional<Reason> reason) {

    /** The four states. */
    public enum Kind {
        /** There is no key, and nothing is kept. */
        NOT_CONNECTED,
        /** The key is accepted, the settings are being made. */
        CONFIGURING,
        /** Orders can be delivered. */
        CONNECTED,
        /** Somebody has to look. */
        ERROR
    }

    /** What is wrong. */
    public enum Reason {
        /** The vendor does not accept the key. */
        KEY_REJECTED,
        /** The mapping refers to a status that was deleted. Orders are still delivered. */
        STATUS_DELETED,
        /** The filter or the calculation refers to something the account no longer has. No orders are delivered. */
        SETTINGS_OUTDATED
    }

    /** The state in which nothing is kept. */
    public static final ConnectionState NOT_CONNECTED =
            new ConnectionState(Kind.NOT_CONNECTED, Optional.empty(), Optional.empty());

    /** The state in which orders can be delivered. */
    public static final ConnectionState CONNECTED =
            new ConnectionState(Kind.CONNECTED, Optional.empty(), Optional.empty());

    /** Refuses a step or a reason that the state does not have. */
    public ConnectionState {
        Objects.requireNonNull(kind, "kind");
        if (step.isPresent() != (kind == Kind.CONFIGURING) || reason.isPresent() != (kind == Kind.ERROR)) {
            throw new IllegalArgumentException("only CONFIGURING has a step, only ERROR has a reason");
        }
    }

    /** Returns the state in which the wizard is at a step. */
    public static ConnectionState configuring(WizardStep step) {
        return new ConnectionState(Kind.CONFIGURING, Optional.of(step), Optional.empty());
    }

    /** Returns the state in which something is wrong. */
    public static ConnectionState error(Reason reason) {
        return new ConnectionState(Kind.ERROR, Optional.empty(), Optional.of(reason));
    }

    boolean is(Reason other) {
        return reason.filter(other::equals).isPresent();
    }

    /** Returns it in one word or two. */
    @Override
    public String toString() {
        return kind
                + step.map(at -> " " + at).orElse("")
                + reason.map(why -> " " + why).orElse("");
    }
}
