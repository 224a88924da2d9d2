package io.mostik.bridge.trigger;

/** What was posted is proven and read, and is none of this connection's events: it is counted by its reason. */
final class LeftAlone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /**
     * Creates it.
     *
     * @param reason one of a few words, without content
     */
    LeftAlone(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
