package io.mostik.core.test;

/** A process ends here: an error, so that nothing on the way up tidies up after it. */
public final class ProcessDeath extends Error {

    private static final long serialVersionUID = 1L;

    /** Creates the death. */
    public ProcessDeath() {
        super("the process died", null, false, false);
    }
}
