package io.mostik.core.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Notifies several listeners, each as if it were the only one. */
record ListenerGroup(List<CallListener> listeners) implements CallListener {

    ListenerGroup {
        listeners = List.copyOf(listeners);
    }

    @Override
    public CallTrace onStart(Started started) {
        return new Traces(listeners.stream()
                .map(listener -> new ListenerNotifier(listener).traceOf(started))
                .toList());
    }

    @Override
    public void onExchange(Exchange exchange) {
        listeners.forEach(listener -> ListenerNotifier.safely(listener, heard -> heard.onExchange(exchange)));
    }

    @Override
    public void onWait(Wait wait) {
        listeners.forEach(listener -> ListenerNotifier.safely(listener, heard -> heard.onWait(wait)));
    }

    @Override
    public void onCall(Finished finished) {
        listeners.forEach(listener -> ListenerNotifier.safely(listener, heard -> heard.onCall(finished)));
    }

    @Override
    public void onUnreadable(Unreadable unreadable) {
        listeners.forEach(listener -> ListenerNotifier.safely(listener, heard -> heard.onUnreadable(unreadable)));
    }

    @Override
    public void onSkipped(SkippedRows skipped) {
        listeners.forEach(listener -> ListenerNotifier.safely(listener, heard -> heard.onSkipped(skipped)));
    }

    /** The traces of one call, ended in the opposite order: the last to start is the innermost. */
    private record Traces(List<CallTrace> traces) implements CallTrace {

        @Override
        public Map<String, String> headers() {
            Map<String, String> all = new LinkedHashMap<>();
            forEachBackwards(trace -> all.putAll(trace.headers()));
            return all;
        }

        @Override
        public void onSuccess(CallResult<?> result) {
            forEachBackwards(trace -> trace.onSuccess(result));
        }

        @Override
        public void onFailure(Throwable failure) {
            forEachBackwards(trace -> trace.onFailure(failure));
        }

        private void forEachBackwards(Consumer<CallTrace> event) {
            for (int i = traces.size() - 1; i >= 0; i--) {
                ListenerNotifier.safely(traces.get(i), event);
            }
        }
    }
}
