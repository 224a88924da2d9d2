package io.mostik.testing.tbank;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Counts the calls of each method in each second of the bank's time. Off until switched on. */
final class MethodRates {

    private final InstantSource clock;
    private final Map<String, Window> windows = new HashMap<>();
    private boolean on;

    MethodRates(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void on(boolean limited) {
        on = limited;
    }

    synchronized boolean admits(TBankMethod method) {
        long second = clock.instant().getEpochSecond();
        String key = method.verb() + " " + method.path();
        Window window = windows.getOrDefault(key, new Window(second, 0));
        int before = window.second == second ? window.calls : 0;
        if (on && before >= method.perSecond()) {
            return false;
        }
        windows.put(key, new Window(second, before + 1));
        return true;
    }

    private record Window(long second, int calls) {}
}
