package io.mostik.spring.boot;

/** Carries the context of a caller over to the threads of the runtime. */
@FunctionalInterface
interface AsyncContext {

    Runnable carry(Runnable task);
}
