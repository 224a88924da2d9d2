package io.mostik.bankcards.workflow;

/** Something was spent, or set, between reading a limit and setting it: read it again. Never leaves this package. */
final class LimitMovedException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    LimitMovedException() {
        super("the remainder of the limit has changed meanwhile");
    }
}
