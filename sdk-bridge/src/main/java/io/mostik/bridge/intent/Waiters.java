package io.mostik.bridge.intent;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Threads of this node that wait for something to change; what other nodes change is seen at the next look. Thread-safe. */
final class Waiters {

    private final Map<String, Set<CountDownLatch>> waiting = new ConcurrentHashMap<>();

    /** Something that is waited for, from before it was looked at. */
    final class Wait implements AutoCloseable {

        private final String name;
        private final CountDownLatch changed = new CountDownLatch(1);

        private Wait(String name) {
            this.name = name;
        }

        /** Waits for a change, but no longer than this; returns early if the thread is interrupted, whose flag stays. */
        void forChange(Duration longest) {
            try {
                boolean unused = changed.await(longest.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            waiting.computeIfPresent(name, (key, latches) -> {
                latches.remove(changed);
                return latches.isEmpty() ? null : latches;
            });
        }
    }

    Wait on(String name) {
        Wait wait = new Wait(name);
        waiting.compute(name, (key, latches) -> {
            Set<CountDownLatch> all = latches == null ? new HashSet<>() : latches;
            all.add(wait.changed);
            return all;
        });
        return wait;
    }

    /** Wakes who waits for an intent, or for events of its base. */
    void changed(Intent intent) {
        changed(intent.id());
        changed(Intents.eventsOf(intent.key().base()));
    }

    private void changed(String name) {
        waiting.computeIfPresent(name, (key, latches) -> {
            latches.forEach(CountDownLatch::countDown);
            return latches;
        });
    }
}
