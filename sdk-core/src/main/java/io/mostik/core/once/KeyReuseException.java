package io.mostik.core.once;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An id came again with other content than before. Nothing was sent. */
public final class KeyReuseException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Object known;
    private final WriteState state;

    KeyReuseException(String kind, Optional<?> known, WriteState state) {
        super(kind + ": this id was used before with other content");
        this.known = known.orElse(null);
        this.state = state;
    }

    /** Returns the content that came first, where the kind stores it. */
    public <P> Optional<P> known(Class<P> type) {
        return Optional.ofNullable(known).filter(type::isInstance).map(type::cast);
    }

    /** Returns the state of the write that came first. */
    public WriteState state() {
        return state;
    }
}
