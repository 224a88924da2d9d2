package io.mostik.bankcards.tbank;

import io.mostik.core.FailureInfo;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.TimeSource;
import io.mostik.core.TransportException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Refuses calls to the secured host without a client certificate, and warns once a day before the certificate expires.
 */
final class CertificateGuard implements Consumer<String> {

    private static final Duration BETWEEN_WARNINGS = Duration.ofDays(1);

    private final boolean needed;
    private final boolean present;
    private final Optional<Instant> end;
    private final Duration early;
    private final Consumer<Instant> warning;
    private final TimeSource time;
    private final AtomicReference<Instant> nextWarning;

    CertificateGuard(Settings settings, Duration early, Consumer<Instant> warning, TimeSource time) {
        this.needed = settings.needed();
        this.present = settings.present();
        this.end = settings.end();
        this.early = early;
        this.warning = warning;
        this.time = time;
        this.nextWarning = new AtomicReference<>(Instant.MIN);
    }

    /** What is known of the certificate: whether it is needed, whether there is one, and its end. */
    record Settings(boolean needed, boolean present, Optional<Instant> end) {}

    @Override
    public void accept(String operation) {
        if (needed && !present) {
            throw refused(
                    operation,
                    "the secured host of the bank needs a client certificate and none is set; issue one in T-Business"
                            + " (Integrations, T-API) and give it to TBank.builder().certificate(...)");
        }
        end.ifPresent(instant -> check(operation, instant));
    }

    private void check(String operation, Instant instant) {
        Instant now = time.now();
        if (!instant.isAfter(now)) {
            throw refused(operation, "the client certificate ended at " + instant + "; issue a new one in T-Business");
        }
        Instant next = nextWarning.get();
        boolean soon = now.plus(early).isAfter(instant);
        if (soon && !now.isBefore(next) && nextWarning.compareAndSet(next, now.plus(BETWEEN_WARNINGS))) {
            warning.accept(instant);
        }
    }

    static void log(Instant end) {
        System.getLogger("io.mostik.bankcards.tbank")
                .log(System.Logger.Level.WARNING, "the client certificate of T-Bank ends at " + end);
    }

    private static TransportException refused(String operation, String text) {
        return new TransportException(text, FailureInfo.lasting(operation, Outcome.NOT_SENT, Phase.TLS), null);
    }
}
