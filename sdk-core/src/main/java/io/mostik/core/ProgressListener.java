package io.mostik.core;

/**
 * Receives the progress of long work: a walk over pages, a batch, a download, a feed.
 *
 * <pre>{@code
 * for (Order order : remonline.orders().list(query).progress(System.out::println)) { ... }
 * }</pre>
 *
 * <p>Called on the thread of the work (for a download, on a thread of the HTTP client), at most a few times a second and once at
 * the end; must be quick. What it throws changes nothing.
 */
@FunctionalInterface
public interface ProgressListener {

    /** Called with the progress so far. */
    void onProgress(Progress progress);

    /** Returns the listener that does nothing. */
    static ProgressListener none() {
        return progress -> {};
    }
}
