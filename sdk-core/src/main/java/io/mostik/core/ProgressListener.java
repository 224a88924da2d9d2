package io.mostik.core;

/**
 * Is told how far long work is: a walk over pages, a batch of calls.
 *
 * <pre>{@code
 * for (Order order : remonline.orders().list(query).progress(System.out::println)) { ... }
 * }</pre>
 *
 * <p>Called on the thread of the work, at most a few times a second and once at the end; must be quick. What it throws changes
 * nothing.
 */
@FunctionalInterface
public interface ProgressListener {

    /** Takes note of how far the work is. */
    void onProgress(Progress progress);

    /** Returns the listener that does nothing. */
    static ProgressListener none() {
        return progress -> {};
    }
}
