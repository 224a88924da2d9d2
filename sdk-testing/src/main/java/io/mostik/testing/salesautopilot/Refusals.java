package io.mostik.testing.salesautopilot;

import io.mostik.testing.Answer;
import io.mostik.testing.Refusal;
import java.util.Map;

/** How version 1 refuses: with a status and text that nobody should parse; and version 2: with its code. */
final class Refusals {

    private Refusals() {}

    static Refusal unauthorized() {
        return text(401, "wrong user name or password");
    }

    static Refusal wrongParameters(String message) {
        return text(406, "wrong parameters: " + message);
    }

    static Refusal methodNotAllowed() {
        return text(405, "method not allowed");
    }

    static Refusal parallel() {
        return text(429, "parallel requests are forbidden");
    }

    /** Returns a refusal of version 2. Which statuses go with the codes is not documented. */
    static Refusal coded(int status, int code, String message) {
        return new Refusal(Answer.json(status, Map.of("errorCode", code, "errorMessage", message)));
    }

    static Refusal invalid(String parameter) {
        return coded(400, 10_101, "Invalid parameter: " + parameter);
    }

    static Refusal missing(String parameter) {
        return coded(400, 10_100, "Missing parameter: " + parameter);
    }

    private static Refusal text(int status, String message) {
        return new Refusal(Answer.text(status, message));
    }
}
