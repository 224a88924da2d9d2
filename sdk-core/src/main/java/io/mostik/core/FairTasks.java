package io.mostik.core;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that wait for a thread, by the thread that handed them over: next is one of whom the fewest run, so that who has
 * handed over thousands of slow ones keeps nobody else from a thread for longer than one of them takes. The tasks of one
 * thread begin in the order in which they came. Thread-safe.
 */
final class FairTasks {

    private final int most;
    private final Map<Thread, Lane> lanes = new LinkedHashMap<>();
    private int waiting;

    FairTasks(int most) {
        this.most = most;
    }

    /** @throws RejectedExecutionException if too many wait */
    synchronized void add(Thread from, Runnable task) {
        if (waiting >= most) {
            throw new RejectedExecutionException(waiting + " tasks are waiting");
        }
        waiting++;
        lanes.computeIfAbsent(from, Lane::new).waiting.add(task);
    }

    /** Takes a task back that has not begun. */
    synchronized boolean remove(Thread from, Runnable task) {
        Lane lane = lanes.get(from);
        if (lane == null || !lane.waiting.remove(task)) {
            return false;
        }
        waiting--;
        forgetIfIdle(lane);
        return true;
    }

    /** Runs one of those that wait, if there is one. */
    void runNext() {
        @Nullable Lane lane;
        Runnable task;
        synchronized (this) {
            lane = next();
            if (lane == null) {
                return;
            }
            task = lane.waiting.remove();
            waiting--;
            lane.running++;
        }
        try {
            task.run();
        } finally {
            ended(lane);
        }
    }

    /** Takes out all that have not begun. */
    synchronized List<Runnable> drain() {
        List<Runnable> all = new ArrayList<>();
        lanes.values().forEach(lane -> {
            all.addAll(lane.waiting);
            lane.waiting.clear();
        });
        lanes.values().removeIf(lane -> lane.running == 0);
        waiting = 0;
        return all;
    }

    /** Those with a task that runs are no more than there are threads, so the search is short. */
    private @Nullable Lane next() {
        @Nullable Lane fewest = null;
        for (Iterator<Lane> all = lanes.values().iterator();
                all.hasNext() && (fewest == null || fewest.running > 0); ) {
            Lane lane = all.next();
            if (!lane.waiting.isEmpty() && (fewest == null || lane.running < fewest.running)) {
                fewest = lane;
            }
        }
        return fewest;
    }

    private synchronized void ended(Lane lane) {
        lane.running--;
        forgetIfIdle(lane);
    }

    private void forgetIfIdle(Lane lane) {
        if (lane.running == 0 && lane.waiting.isEmpty()) {
            lanes.remove(lane.from);
        }
    }

    /** What one thread has handed over. */
    private static final class Lane {

        private final Thread from;
        private final Deque<Runnable> waiting = new ArrayDeque<>();
        private int running;

        Lane(Thread from) {
            this.from = from;
        }
    }
}
