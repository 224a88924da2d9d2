package io.mostik.micrometer;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/** How calls are named and tagged, unless the registry has another convention for {@link CallContext}. */
enum CallConvention implements ObservationConvention<CallContext> {
    DEFAULT;

    @Override
    public boolean supportsContext(Observation.Context context) {
        return context instanceof CallContext;
    }

    @Override
    public String getName() {
        return "mostik.call";
    }

    @Override
    public String getContextualName(CallContext context) {
        return context.client() + " " + context.started().operation();
    }

    @Override
    public KeyValues getLowCardinalityKeyValues(CallContext context) {
        return KeyValues.of(
                KeyValue.of("client", context.client()),
                KeyValue.of("operation", context.started().operation()),
                KeyValue.of("effect", context.started().effect().name()),
                KeyValue.of(
                        "outcome", context.end().map(CallContext.End::outcome).orElse("PENDING")));
    }

    @Override
    public KeyValues getHighCardinalityKeyValues(CallContext context) {
        KeyValues values = context.end()
                .map(end -> KeyValues.of("attempts", String.valueOf(end.attempts())))
                .orElse(KeyValues.empty());
        return context.end()
                .flatMap(CallContext.End::requestId)
                .or(context.started()::requestId)
                .map(id -> values.and("request.id", id))
                .orElse(values);
    }
}
