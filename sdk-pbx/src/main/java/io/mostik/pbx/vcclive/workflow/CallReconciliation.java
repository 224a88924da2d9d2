package io.mostik.pbx.vcclive.workflow;

import io.mostik.core.SdkException;
import io.mostik.core.StateStore;
import io.mostik.core.StateStoreException;
import io.mostik.core.TimeSource;
import io.mostik.core.once.Lease;
import io.mostik.core.once.Records;
import io.mostik.core.once.Versioned;
import io.mostik.pbx.vcclive.VccLive;
import io.mostik.pbx.vcclive.statistics.Cdr;
import io.mostik.pbx.vcclive.statistics.CdrQuery;
import io.mostik.pbx.vcclive.webhooks.CallDisposition;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds the calls that no webhook told of: the vendor repeats a webhook up to a limit that it does not publish, and then never
 * more. Compares the call records of a day with the dispositions received. Obtained from {@link VccWorkflows#reconciliation}.
 * Thread-safe, on several nodes with one store too.
 *
 * <p>Hand each disposition received to {@link #received}, and call {@link #run} for today and yesterday every hour or so: call
 * records are written some minutes after the call, and later ones are found by a later run. A disposition that the dialer
 * set without a call has no call record and cannot be found so. The ids of calls are kept for 40 days.
 */
public final class CallReconciliation {

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration KEEP = Duration.ofDays(40);

    private final VccLive vcc;
    private final StateStore store;
    private final TimeSource time;
    private final Records<Known> calls;

    CallReconciliation(VccLive vcc, StateStore store, TimeSource time) {
        this.vcc = vcc;
        this.store = store;
        this.time = time;
        this.calls = Records.of(store, "vcclive/told/" + vcc.customer() + "/", Known.class);
    }

    /** That a call is known, and since when. */
    record Known(Instant at) {}

    /**
     * What one run found.
     *
     * @param listed how many call records the vendor has of that day
     * @param missed how many of them no webhook had told of, and were passed on
     * @param isRunningElsewhere whether nothing was done, for another thread or node is doing it
     */
    public record Report(int listed, int missed, boolean isRunningElsewhere) {}

    /** Notes that a webhook told of a call. One without the id of a call is ignored. */
    public void received(CallDisposition event) {
        event.uuid().filter(uuid -> !uuid.isBlank()).ifPresent(this::note);
    }

    /**
     * Passes on the call records of a day that no webhook told of, each once; again only if the handler threw. A failing
     * handler ends the run, and the next one goes on.
     *
     * @param day in the account's local time
     * @param handler such as {@code record -> tracker.accept(VccCalls.inZone(zone).of(record), crm::note)}
     * @throws SdkException if the list could not be read
     * @throws StateStoreException if the store failed
     */
    public Report run(LocalDate day, Consumer<? super Cdr> handler) {
        Optional<Lease> taken =
                Lease.tryAcquireRenewed(store, time, "vcclive/told/" + vcc.customer() + "/" + day, LEASE);
        if (taken.isEmpty()) {
            return new Report(0, 0, true);
        }
        int listed = 0;
        int missed = 0;
        try (Lease lease = taken.get()) {
            for (Cdr record : vcc.cdrs().list(CdrQuery.of(day))) {
                listed++;
                if (calls.find(record.uuid()).isEmpty() && lease.isHeld()) {
                    handler.accept(record);
                    note(record.uuid());
                    missed++;
                }
            }
        }
        return new Report(listed, missed, false);
    }

    private void note(String uuid) {
        Versioned<Known> unused =
                calls.update(uuid, Optional.of(KEEP), known -> known.orElseGet(() -> new Known(store.now())));
    }

    @Override
    public String toString() {
        return "CallReconciliation[" + vcc.customer() + "]";
    }
}
