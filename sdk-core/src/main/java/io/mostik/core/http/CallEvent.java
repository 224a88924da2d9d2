package io.mostik.core.http;

import io.mostik.core.Outcome;
import java.util.Optional;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A whole call, for the flight recorder. Costs nothing while nobody records. */
@Name("io.mostik.Call")
@Label("Call of a vendor")
@Description("From call to return, with all waits and repeats")
@Category("Mostik")
@StackTrace(false)
final class CallEvent extends Event {

    @Label("Operation")
    String operation = "";

    @Label("Effect")
    String effect = "";

    @Label("Attempts")
    int attempts;

    @Label("Outcome of a failure")
    String outcome = "";

    void finish(ApiRequest request, int tries, Optional<Outcome> failure) {
        end();
        if (shouldCommit()) {
            operation = request.operation();
            effect = request.effect().name();
            attempts = tries;
            outcome = failure.map(Outcome::name).orElse("");
            commit();
        }
    }
}
