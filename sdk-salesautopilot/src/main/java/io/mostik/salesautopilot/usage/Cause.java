package io.mostik.salesautopilot.usage;

import java.util.function.Supplier;

/**
 * Why the present thread calls.
 *
 * @param workflow who asks; empty if nobody says so
 * @param urgent whether it may not be stopped
 */
record Cause(String workflow, boolean urgent) {

    private static final Cause NONE = new Cause("", false);
    private static final ThreadLocal<Cause> PRESENT = ThreadLocal.withInitial(() -> NONE);

    static Cause present() {
        return PRESENT.get();
    }

    /** Does some work under a name; one that is set already stays, since it says who began. */
    static <T> T during(String workflow, boolean urgent, Supplier<T> work) {
        Cause outer = PRESENT.get();
        String name = outer.workflow.isEmpty() ? workflow : outer.workflow;
        PRESENT.set(new Cause(name, urgent || outer.urgent));
        try {
            return work.get();
        } finally {
            if (outer.equals(NONE)) {
                PRESENT.remove();
            } else {
                PRESENT.set(outer);
            }
        }
    }
}
