package io.mostik.core;

/** What is known about a call that failed: did it happen? */
public enum Outcome {
    /** The vendor cannot have acted: the request never left, or was provably not read. */
    NOT_SENT("it did not happen: nothing was sent"),
    /** The vendor answered and did not act. */
    REJECTED("it did not happen: the vendor refused"),
    /** The vendor acted; its answer was lost or could not be read. */
    APPLIED("it happened, but its answer was lost"),
    /** It may have happened; read the state back before trying again. */
    UNKNOWN("it may have happened: read the state back before trying again");

    private final String meaning;

    Outcome(String meaning) {
        this.meaning = meaning;
    }

    /** Returns what this outcome means, in words for a message. */
    public String meaning() {
        return meaning;
    }
}
