package io.mostik.core.once;

/**
 * The vendor shows that a write did not happen, and nothing was sent: thrown in place of sending by an engine over a
 * {@linkplain Once#restored restored} store. The id is free; whoever still wants the write asks the usual engine for it.
 */
public final class NotAppliedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotAppliedException(OnceKey key) {
        super("the vendor shows that " + key.kind() + " did not happen", null, false, false);
    }
}
