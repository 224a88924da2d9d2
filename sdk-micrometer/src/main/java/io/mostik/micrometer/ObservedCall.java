package io.mostik.micrometer;

import io.micrometer.observation.Observation;
import io.mostik.core.SdkException;
import io.mostik.core.http.CallResult;
import io.mostik.core.http.CallTrace;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One call under observation; its span is the current one until it ends. */
final class ObservedCall implements CallTrace {

    private final Observation observation;
    private final CallContext context;
    private final Set<String> propagated;
    private final Observation.Scope scope;

    ObservedCall(Observation observation, CallContext context, Set<String> propagated) {
        this.observation = observation;
        this.context = context;
        this.propagated = propagated;
        this.scope = observation.openScope();
    }

    @Override
    public Map<String, String> headers() {
        return context.headers().entrySet().stream()
                .filter(header -> propagated.contains(header.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void onSuccess(CallResult<?> result) {
        end(new CallContext.End("DONE", result.attempts(), result.requestId()));
    }

    @Override
    public void onFailure(Throwable failure) {
        observation.error(failure);
        end(
                failure instanceof SdkException known
                        ? new CallContext.End(
                                known.outcome().name(), known.attempts().size(), known.requestId())
                        : new CallContext.End("UNKNOWN", 1, Optional.empty()));
    }

    private void end(CallContext.End end) {
        context.end(end);
        scope.close();
        observation.stop();
    }
}
