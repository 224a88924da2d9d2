package io.mostik.core.webhook;

import io.mostik.core.TimeSource;
import io.mostik.core.webhook.WebhookListener.Notice;
import java.time.Duration;
import java.util.List;

/**
 * Tells the log and the listeners of each request. Strangers cannot fill the log: of refusals at most 60 a minute are
 * written, and then how many more there were. Thread-safe.
 */
final class WebhookLog {

    private static final System.Logger LOG = System.getLogger("io.mostik.webhook");
    private static final int MOST_A_MINUTE = 60;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final TimeSource TIME = TimeSource.system();
    private static final Object LOCK = new Object();

    private static long since = TIME.nanoTime();
    private static int refusals;

    private WebhookLog() {}

    static void tell(List<WebhookListener> listeners, Notice notice) {
        switch (notice.result()) {
            case REFUSED -> refused(notice);
            case FAILED, KEPT_UNREADABLE -> LOG.log(System.Logger.Level.WARNING, notice + where(notice));
            default -> LOG.log(System.Logger.Level.DEBUG, "{0}", notice);
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

    private static void refused(Notice notice) {
        int before;
        synchronized (LOCK) {
            before = ++refusals;
            if (TIME.nanoTime() - since > MINUTE) {
                if (refusals > MOST_A_MINUTE) {
                    LOG.log(System.Logger.Level.WARNING, (refusals - MOST_A_MINUTE) + " more webhooks were refused");
                }
                since = TIME.nanoTime();
                refusals = 1;
                before = 1;
            }
        }
        if (before <= MOST_A_MINUTE) {
            LOG.log(System.Logger.Level.WARNING, "{0}", notice);
        }
    }

    /** Where it was thrown; its message may hold what was received. */
    private static String where(Notice notice) {
        return notice.failure()
                .map(failure -> {
                    StackTraceElement[] stack = failure.getStackTrace();
                    return stack.length == 0 ? "" : " at " + stack[0];
                })
                .orElse("");
    }
}
