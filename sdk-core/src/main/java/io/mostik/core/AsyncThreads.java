package io.mostik.core;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads of an {@link Async} of its own: virtual ones where the JDK has them (21 and later), else pools. They inherit
 * nothing from the thread that starts them: no thread locals, and the class loader of the SDK. Thread-safe.
 *
 * <p>There is a pool for each depth of calls within calls: a call waits only for deeper ones, so waiting calls never
 * hold all the threads that would have to do the work. Within a pool the threads are shared by {@link FairTasks}.
 */
final class AsyncThreads implements Executor {

    private static final int THREADS = 100;
    private static final int QUEUE = 100_000;
    private static final int IDLE_SECONDS = 10;
    private static final int DEEPEST = 8;

    private final boolean virtual;
    private final List<ExecutorService> levels = new ArrayList<>();
    private final List<FairTasks> waiting = new ArrayList<>();
    private boolean closed;

    AsyncThreads(boolean virtual) {
        this.virtual = virtual;
    }

    static AsyncThreads ofThisJdk() {
        return new AsyncThreads(Runtime.version().feature() >= 21);
    }

    /** A task at the greatest depth runs where it is. */
    @Override
    public void execute(Runnable task) {
        int depth = Thread.currentThread() instanceof Worker worker ? worker.depth + 1 : 0;
        if (depth >= DEEPEST) {
            task.run();
        } else if (virtual) {
            level(0).execute(task);
        } else {
            ExecutorService level = level(depth);
            hand(task, level, waiting(depth));
        }
    }

    /** Each task brings a turn of a thread with it, which need not be spent on this task. */
    private static void hand(Runnable task, ExecutorService threads, FairTasks tasks) {
        Thread from = Thread.currentThread();
        tasks.add(from, task);
        try {
            threads.execute(tasks::runNext);
        } catch (RejectedExecutionException e) {
            if (tasks.remove(from, task)) {
                throw e;
            }
        }
    }

    /** Interrupts what runs, and returns what never began. */
    synchronized List<Runnable> close() {
        closed = true;
        List<Runnable> neverBegun = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            List<Runnable> notStarted = levels.get(i).shutdownNow();
            neverBegun.addAll(virtual ? notStarted : waiting.get(i).drain());
        }
        return neverBegun;
    }

    private synchronized FairTasks waiting(int depth) {
        return waiting.get(depth);
    }

    private synchronized ExecutorService level(int depth) {
        if (closed) {
            throw new RejectedExecutionException("closed");
        }
        while (levels.size() <= depth) {
            levels.add(virtual ? virtualThreads() : pool(levels.size()));
            waiting.add(new FairTasks(QUEUE));
        }
        return levels.get(depth);
    }

    private static ExecutorService pool(int depth) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> neutral(new Worker(task, depth)));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** This class also runs on 17, where these methods are not. */
    private static ExecutorService virtualThreads() {
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            Class<?> type = Class.forName("java.lang.Thread$Builder");
            builder = type.getMethod("inheritInheritableThreadLocals", boolean.class)
                    .invoke(builder, false);
            ThreadFactory factory = (ThreadFactory) type.getMethod("factory").invoke(builder);
            ThreadFactory neutral = task -> neutral(factory.newThread(task));
            return (ExecutorService) Executors.class
                    .getMethod("newThreadPerTaskExecutor", ThreadFactory.class)
                    .invoke(null, neutral);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no virtual threads", e);
        }
    }

    private static Thread neutral(Thread thread) {
        thread.setContextClassLoader(AsyncThreads.class.getClassLoader());
        return thread;
    }

    /** A thread of a pool, which knows its depth. */
    private static final class Worker extends Thread {

        private final int depth;

        Worker(Runnable task, int depth) {
            super(null, task, "mostik-async", 0, false);
            this.depth = depth;
            setDaemon(true);
        }
    }
}
