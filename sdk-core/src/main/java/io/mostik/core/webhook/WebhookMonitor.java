package io.mostik.core.webhook;

import io.mostik.core.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Counts what a receiver was sent, and notices when nothing comes any more: a sender that has switched a webhook off says so
 * nowhere. Each process counts what it was sent itself. Thread-safe.
 *
 * <pre>{@code
 * WebhookMonitor monitor = WebhookMonitor.create(TimeSource.system());
 * WebhookReceiver<RemOnlineEvent> receiver = RemOnlineWebhooks.builder().secret(secret).build().listener(monitor);
 * boolean silent = monitor.isSilent(Duration.ofHours(3));   // for a health check, in office hours
 * }</pre>
 */
public final class WebhookMonitor implements WebhookListener {

    private final TimeSource time;
    private final Instant since;
    private final Map<Result, Long> counts = new EnumMap<>(Result.class);
    private Optional<Instant> lastProven = Optional.empty();
    private boolean alarmed;

    private WebhookMonitor(TimeSource time) {
        this.time = Objects.requireNonNull(time, "time");
        this.since = time.now();
    }

    /** Returns a monitor that counts from now on. */
    public static WebhookMonitor create(TimeSource time) {
        return new WebhookMonitor(time);
    }

    @Override
    public synchronized void told(Notice notice) {
        counts.merge(notice.result(), 1L, Long::sum);
        switch (notice.result()) {
            case REFUSED, CHECKED, HANDLER_FAILED -> {}
            default -> {
                lastProven = Optional.of(time.now());
                alarmed = false;
            }
        }
    }

    /** Returns how many requests ended so. */
    public synchronized long count(Result result) {
        return counts.getOrDefault(result, 0L);
    }

    /** Returns when the last proven event came; empty if none came so far. */
    public synchronized Optional<Instant> lastProven() {
        return lastProven;
    }

    /** Returns for how long no proven event has come: since the last one, or since this monitor was made. */
    public synchronized Duration silence() {
        return Duration.between(lastProven.orElse(since), time.now());
    }

    /** Returns whether no proven event has come for so long. */
    public boolean isSilent(Duration limit) {
        return silence().compareTo(limit) >= 0;
    }

    /**
     * Runs an alarm if no proven event has come for so long; once a silence. To be called by a scheduler.
     *
     * @return whether the alarm was run
     */
    public boolean alarm(Duration limit, Runnable alarm) {
        synchronized (this) {
            if (alarmed || !isSilent(limit)) {
                return false;
            }
            alarmed = true;
        }
        System.getLogger("io.mostik.webhook")
                .log(System.Logger.Level.WARNING, "no webhook for " + silence() + ": look whether it was switched off");
        alarm.run();
        return true;
    }

    @Override
    public synchronized String toString() {
        return "WebhookMonitor" + counts;
    }
}
