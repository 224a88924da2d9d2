package io.mostik.testing.salesautopilot;

import io.mostik.testing.Answer;
import java.util.Map;

/** A request that version 2 refuses, with its code. Which statuses go with the codes is not documented. */
final class V2Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;

    V2Refusal(int status, int code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static V2Refusal invalid(String parameter) {
        return new V2Refusal(400, 10_101, "Invalid parameter: " + parameter);
    }

    static V2Refusal missing(String parameter) {
        return new V2Refusal(400, 10_100, "Missing parameter: " + parameter);
    }

    /** Returns the answer, with status 200 if errors are told by their code alone. */
    Answer answer(boolean alwaysOk) {
        return Answer.json(
                alwaysOk ? 200 : status, Map.of("errorCode", code, "errorMessage", String.valueOf(getMessage())));
    }
}
