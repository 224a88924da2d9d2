package io.mostik.core.once;

/** The state of a once-only write, as its write record tells it. */
public enum WriteState {

    /** There is no write record: it was never asked for, or it did not happen and the id is free again. */
    NONE,

    /** Noted to be sent later by {@link OnceWrites#runDue}. */
    PLANNED,

    /** Being sent, or abandoned by a process that ended; the lease tells the two apart. */
    SENDING,

    /** The vendor has taken it as a job that is still running. */
    RUNNING,

    /** It may have happened: the answer was lost and reading back has not settled it yet, or it may have happened twice. */
    UNKNOWN,

    /** It happened. */
    DONE,

    /** It did not happen, and will not be tried again: the dead letter of a planned write. */
    REFUSED;

    /** Returns whether somebody, or something, still has to act: all but {@link #NONE} and {@link #DONE}. */
    public boolean isOpen() {
        return this != NONE && this != DONE;
    }
}
