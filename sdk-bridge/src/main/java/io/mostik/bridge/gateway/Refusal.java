package io.mostik.bridge.gateway;

import io.mostik.bridge.action.FieldException;
import io.mostik.bridge.intent.Happened;
import io.mostik.bridge.intent.NextStep;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request that is not carried out, with all that its answer says. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String FIELD = "field";

    private final int status;
    private final String code;
    private final Happened happened;
    private final NextStep nextStep;
    private final transient Map<String, String> parameters;
    private final transient Map<String, String> headers;

    private Refusal(
            int status,
            String code,
            Happened happened,
            NextStep nextStep,
            Map<String, String> parameters,
            Map<String, String> headers) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
        this.happened = happened;
        this.nextStep = nextStep;
        this.parameters = parameters;
        this.headers = headers;
    }

    /** Returns the refusal of a request that has to be put right. */
    static Refusal of(int status, String code) {
        return new Refusal(status, code, Happened.NO, NextStep.FIX_REQUEST, Map.of(), Map.of());
    }

    /** Returns the refusal of a field. */
    static Refusal of(FieldException problem) {
        Refusal refusal = of(400, problem.code());
        return problem.field().isEmpty() ? refusal : refusal.with(FIELD, problem.field());
    }

    /** Returns that the same can be asked again: what became of it is not known here. */
    static Refusal askAgain(int status, String code, int seconds) {
        return new Refusal(
                status,
                code,
                Happened.UNKNOWN,
                NextStep.ASK_AGAIN,
                Map.of(),
                Map.of("Retry-After", String.valueOf(seconds)));
    }

    /** Returns this refusal with what happened and what comes next. */
    Refusal saying(Happened what, NextStep next) {
        return new Refusal(status, code, what, next, parameters, headers);
    }

    /** Returns this refusal with one more value, which is in the answer and may be in its message. */
    Refusal with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return new Refusal(status, code, happened, nextStep, more, headers);
    }

    /** Returns this refusal with one more header. */
    Refusal header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Refusal(status, code, happened, nextStep, parameters, more);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    Happened happened() {
        return happened;
    }

    NextStep nextStep() {
        return nextStep;
    }

    Map<String, String> parameters() {
        return parameters;
    }

    Map<String, String> headers() {
        return headers;
    }
}
