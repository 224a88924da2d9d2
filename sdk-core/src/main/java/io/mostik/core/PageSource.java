package io.mostik.core;

/** Where a walk gets its pages from. Belongs to one walk. */
@FunctionalInterface
interface PageSource<T> {

    /** Returns the page of this token. */
    Page<T> page(String token);

    /** Ends what is under way for pages that nobody will ask for. */
    default void close() {}
}
