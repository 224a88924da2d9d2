package io.mostik.core.once;

import java.util.Optional;

/** An id came again with other content than before. Nothing was sent. */
public final class KeyReuseException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final transient Object known;
    private final WriteState state;

    KeyReuseException(String kind, Optional<?> known, WriteState state) {
        super(kind + ": this id was used before with other content");
        this.known = known.orElse(null);
        this.state = state;
    }

    /** Returns the content that came first, where the kind stores it. */
    public <P> Optional<P> known(Class<P> type) {
        return type.isInstance(known) ? Optional.of(type.cast(known)) : Optional.empty();
    }

    /** Returns the state of the write that came first. */
    public WriteState state() {
        return state;
    }
}
