package io.mostik.spring.boot;

import io.mostik.core.ApiException;
import io.mostik.core.AuthException;
import io.mostik.core.Phase;
import io.mostik.core.RateLimitedException;
import io.mostik.core.SdkException;
import io.mostik.core.TimeSource;
import io.mostik.core.http.CallListener;
import io.mostik.core.http.CallResult;
import io.mostik.core.http.CallTrace;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the last calls of one client came to. A refusal of what was asked, such as "not found", shows that the vendor works;
 * refused credentials (401), lost connections and answers that cannot be read show that something does not. A 403 shows
 * neither: the key may work and not be allowed this. Thread-safe.
 */
final class ClientOutcomes implements CallListener {

    private static final int FORBIDDEN = 403;

    private final int failuresForDown;
    private final TimeSource time;
    private Optional<Instant> lastSuccess = Optional.empty();
    private Optional<Instant> lastFailure = Optional.empty();
    private String failure = "";
    private String forbidden = "";
    private int inARow;
    private boolean refused;

    ClientOutcomes(int failuresForDown, TimeSource time) {
        this.failuresForDown = failuresForDown;
        this.time = time;
    }

    @Override
    public CallTrace onStart(Started started) {
        return new CallTrace() {
            @Override
            public void onSuccess(CallResult<?> result) {
                succeeded(started.operation());
            }

            @Override
            public void onFailure(Throwable thrown) {
                if (thrown instanceof SdkException known && isOfVendor(known)) {
                    failed(known);
                }
            }
        };
    }

    private synchronized void succeeded(String operation) {
        lastSuccess = Optional.of(time.now());
        inARow = 0;
        refused = false;
        if (forbidden.equals(operation)) {
            forbidden = "";
        }
    }

    private synchronized void failed(SdkException thrown) {
        if (thrown instanceof ApiException answered && !isTrouble(answered)) {
            succeeded(thrown.operation());
            return;
        }
        if (thrown instanceof AuthException answered && answered.status() == FORBIDDEN) {
            forbidden = thrown.operation();
            return;
        }
        lastFailure = Optional.of(time.now());
        failure = thrown.operation() + ": " + thrown.getClass().getSimpleName() + ", " + thrown.outcome();
        inARow++;
        refused = thrown instanceof AuthException;
    }

    /** A call that its caller ended, or that a limit or a setting of our own held back, says nothing of the vendor. */
    private static boolean isOfVendor(SdkException thrown) {
        return !thrown.failure().cancelled() && thrown.phase() != Phase.WAIT && thrown.phase() != Phase.PREPARE;
    }

    private static boolean isTrouble(ApiException answered) {
        return answered instanceof AuthException
                || (answered.failure().temporary() && !(answered instanceof RateLimitedException));
    }

    synchronized boolean isDown() {
        return refused || inARow >= failuresForDown;
    }

    /** Returns whether nothing shows that it works, and nothing that it does not. */
    synchronized boolean isUnknown() {
        return lastSuccess.isEmpty() && !isDown();
    }

    /** Returns what to show. */
    synchronized Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("status", isUnknown() ? "UNKNOWN" : isDown() ? "DOWN" : "UP");
        lastSuccess.ifPresent(at -> details.put("lastSuccess", at.toString()));
        lastFailure.ifPresent(at -> details.put("lastFailure", at.toString()));
        if (inARow > 0) {
            details.put("failure", failure);
            details.put("failuresInARow", inARow);
        }
        if (!forbidden.isEmpty()) {
            details.put("forbidden", forbidden);
        }
        return details;
    }
}
