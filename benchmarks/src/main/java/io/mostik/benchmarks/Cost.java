package io.mostik.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What some work took in this JVM, a call.
 *
 * @param bytes allocated by all threads
 * @param cpuNanos of the process, so that compiling and collecting are in it
 * @param wallNanos on the clock
 * @param threads started
 */
record Cost(double bytes, double cpuNanos, double wallNanos, double threads) {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** Measures work that makes so many calls. */
    static Cost of(int calls, Runnable work) {
        long bytes = allocated();
        long threads = THREADS.getTotalStartedThreadCount();
        long cpu = MACHINE.getProcessCpuTime();
        long start = System.nanoTime();
        work.run();
        double wall = System.nanoTime() - start;
        double spent = MACHINE.getProcessCpuTime() - cpu;
        long started = THREADS.getTotalStartedThreadCount() - threads;
        return new Cost((allocated() - bytes) / (double) calls, spent / calls, wall / calls, started);
    }

    private static long allocated() {
        long sum = 0;
        for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
            sum += Math.max(0, bytes);
        }
        return sum;
    }
}
