package io.mostik.testing.program;

import io.mostik.testing.Simulator;
import java.util.List;
import java.util.Map;

/** One vendor that is played, with what people want to know of it. */
interface Played {

    /** Returns the simulator. */
    Simulator simulator();

    /** Returns every base address by what it is called; the first is the one a client is given. */
    Map<String, Object> addresses();

    /** Returns keys, log-ins and the ids that are there from the start, by name. */
    Map<String, Object> keys();

    /** Returns what can be done past the API. */
    List<Action> actions();

    /** Returns what the vendor holds now: rows by the name of their table. */
    Map<String, Object> holds();

    /** Returns every endpoint that is played: verb, path, mark. The mark is how sure the fact is. */
    default Object endpoints(String vendor) {
        return VendorEndpoints.of(vendor);
    }

    /** Returns a first request to try. */
    Sample sample();
}
