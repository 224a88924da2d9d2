package io.mostik.salesautopilot.usage;

import io.mostik.core.Failure;
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
        YearMonth month = meter.month();
        boolean repeat = !tried.computeIfAbsent(
                        request.deadline(), deadline -> Collections.synchronizedSet(new HashSet<>()))
                .add(request.operation());
        reserve(request, month, repeat);
        try {
            ApiResponse response = next.send(request);
            if (response.isSuccess()) {
                afterwards(() -> meter.succeeded(month));
            }
            return response;
        } catch (SdkException e) {
            if (e.outcome() == Outcome.NOT_SENT) {
                afterwards(() -> meter.refund(month, request.operation(), repeat));
            }
            throw e;
        }
    }

    private void reserve(ApiRequest request, YearMonth month, boolean repeat) {
        boolean room;
        try {
            room = meter.reserve(month, request.operation(), repeat);
        } catch (StateStoreException e) {
            throw new TransportException(
                    "the call could not be counted",
                    Failure.temporary(request.operation(), Outcome.NOT_SENT, Phase.WAIT),
                    e);
        }
        if (!room) {
            throw new TransportException(
                    "the limit of " + meter.hardStop().orElse(0) + " calls in " + month + " is reached",
                    Failure.lasting(request.operation(), Outcome.NOT_SENT, Phase.WAIT)
                            .withRetryAfter(Optional.of(meter.untilNext(month))),
                    null);
        }
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
