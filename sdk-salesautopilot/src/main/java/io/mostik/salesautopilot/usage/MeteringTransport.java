package io.mostik.salesautopilot.usage;

import io.mostik.core.FailureInfo;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.SdkException;
import io.mostik.core.StateStoreException;
import io.mostik.core.TransportException;
import io.mostik.core.http.ApiRequest;
import io.mostik.core.http.ApiResponse;
import io.mostik.core.http.Deadline;
import io.mostik.core.http.Transport;
import java.time.YearMonth;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;

/** Counts every request before it leaves, and stops it where the month's limit is reached. */
final class MeteringTransport implements Transport {

    /** Who leaves or has himself erased has a right to it, whatever it costs. */
    private static final Set<String> ALWAYS = Set.of(
            "subscribers.unsubscribe",
            "subscribers.unsubscribeEmail",
            "subscribers.unsubscribeBy",
            "subscribers.delete");

    private final Transport next;
    private final CostMeter meter;
    /** Which operations were tried before the end of each call: all tries of a call share that end. */
    private final Map<Deadline, Set<String>> tried = Collections.synchronizedMap(new WeakHashMap<>());

    MeteringTransport(Transport next, CostMeter meter) {
        this.next = next;
        this.meter = meter;
    }

    @Override
    public ApiResponse send(ApiRequest request) {
        boolean repeat = !tried.computeIfAbsent(
                        request.deadline(), deadline -> Collections.synchronizedSet(new HashSet<>()))
                .add(request.operation());
        Cause cause = Cause.present();
        YearMonth month = reserve(request, cause, repeat);
        try {
            ApiResponse response = next.send(request);
            if (response.isSuccess()) {
                afterwards(() -> meter.succeeded(month));
            }
            return response;
        } catch (SdkException e) {
            if (e.outcome() == Outcome.NOT_SENT) {
                afterwards(() -> meter.refund(month, request.operation(), cause.workflow(), repeat));
            }
            throw e;
        }
    }

    /** Returns the month in which the request is counted; the store is asked for the time, too. */
    private YearMonth reserve(ApiRequest request, Cause cause, boolean repeat) {
        try {
            YearMonth month = meter.month();
            Cause known = new Cause(cause.workflow(), cause.urgent() || ALWAYS.contains(request.operation()));
            if (meter.reserve(month, request.operation(), known, repeat)) {
                return month;
            }
            throw limitReached(request, month);
        } catch (StateStoreException e) {
            throw new TransportException(
                    "the call could not be counted",
                    FailureInfo.temporary(request.operation(), Outcome.NOT_SENT, Phase.PREPARE),
                    e);
        }
    }

    private TransportException limitReached(ApiRequest request, YearMonth month) {
        return new TransportException(
                "the limit of " + meter.stop() + " calls in " + month + " is reached",
                FailureInfo.lasting(request.operation(), Outcome.NOT_SENT, Phase.PREPARE)
                        .withRetryAfter(Optional.of(meter.untilNext(month))),
                null);
    }

    /** What happened at the vendor must not be lost because the store fails now. */
    private static void afterwards(Runnable counting) {
        try {
            counting.run();
        } catch (StateStoreException e) {
            CostMeter.log("a call could not be counted in full");
        }
    }
}
