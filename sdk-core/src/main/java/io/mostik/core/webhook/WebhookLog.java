package io.mostik.core.webhook;

import io.mostik.core.TimeSource;
import io.mostik.core.webhook.WebhookListener.Notice;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Reports the results of the requests of one receiver to the log and the listeners. Strangers cannot fill the log: of
 * refusals at most 60 a minute are written, and then how many more there were. Thread-safe.
 */
final class WebhookLog {

    static final int MOST_A_MINUTE = 60;

    private static final System.Logger LOG = System.getLogger("io.mostik.webhook");
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final TimeSource time;
    private long since;
    private int refusals;

    WebhookLog(TimeSource time) {
        this.time = Objects.requireNonNull(time, "time");
        this.since = time.nanoTime();
    }

    void tell(List<WebhookListener> listeners, Notice notice) {
        boolean isRefused = notice.result() == WebhookListener.Result.REFUSED;
        if (isWritten(notice.receiver(), isRefused)) {
            switch (notice.result()) {
                case REFUSED, FAILED, KEPT_UNREADABLE -> LOG.log(System.Logger.Level.WARNING, notice + where(notice));
                default -> LOG.log(System.Logger.Level.DEBUG, "{0}", notice);
            }
        }
        for (WebhookListener listener : listeners) {
            try {
                listener.told(notice);
            } catch (RuntimeException e) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "a listener of webhooks failed: " + e.getClass().getName());
            }
        }
    }

    /** The first request after a flood tells how large it was. */
    private synchronized boolean isWritten(String receiver, boolean isRefused) {
        if (time.nanoTime() - since > MINUTE) {
            if (refusals > MOST_A_MINUTE) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        (refusals - MOST_A_MINUTE) + " more webhooks of " + receiver + " were refused");
            }
            since = time.nanoTime();
            refusals = 0;
        }
        refusals += isRefused ? 1 : 0;
        return !isRefused || refusals <= MOST_A_MINUTE;
    }

    /** Where it was thrown; its message may hold what was received. */
    private static String where(Notice notice) {
        return notice.failure()
                .map(Throwable::getStackTrace)
                .filter(stack -> stack.length > 0)
                .map(stack -> " at " + stack[0])
                .orElse("");
    }
}
