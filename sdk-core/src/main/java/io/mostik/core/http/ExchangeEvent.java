package io.mostik.core.http;

import io.mostik.core.Outcome;
import java.util.Optional;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A request that left, for the flight recorder. Costs nothing while nobody records. */
@Name("io.mostik.Exchange")
@Label("Exchange with a vendor")
@Description("One request and its answer; log-ins and repeats included")
@Category("Mostik")
@StackTrace(false)
final class ExchangeEvent extends Event {

    @Label("Operation")
    String operation = "";

    @Label("Effect")
    String effect = "";

    @Label("HTTP status, or 0")
    int status;

    @Label("Outcome of a failure")
    String outcome = "";

    void finish(ApiRequest request, int answered, Optional<Outcome> failure) {
        end();
        if (shouldCommit()) {
            operation = request.operation();
            effect = request.effect().name();
            status = answered;
            outcome = failure.map(Outcome::name).orElse("");
            commit();
        }
    }
}
