package io.mostik.testing.salesautopilot;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mostik.testing.Answer;
import io.mostik.testing.Refusal;
import io.mostik.testing.internal.Refusals;
import java.util.List;
import java.util.Map;

/** How version 1 refuses: with a status and text that nobody should parse; and version 2: with its code. */
enum Dialect implements Refusals {
    /** A 406 with a text. */
    V1 {
        @Override
        public Refusal unknown(String variable) {
            return wrongParameters(variable);
        }

        @Override
        public Refusal invalid(String name, String rule) {
            return wrongParameters(name.equals("body") ? rule : name);
        }
    },
    /** A code and a text. */
    V2 {
        @Override
        public Refusal unknown(String variable) {
            return invalid(variable, "");
        }

        @Override
        public Refusal invalid(String name, String rule) {
            return coded(400, 10_101, "Invalid parameter: " + name);
        }
    };

    static Refusal unauthorized() {
        return new Refusal(new Answer(
                401,
                Map.of(
                        "Content-Type",
                        List.of("text/plain; charset=utf-8"),
                        "WWW-Authenticate",
                        List.of("Basic realm=\"SalesAutopilot\"", DigestLogin.CHALLENGE)),
                "wrong user name or password".getBytes(UTF_8)));
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

    static Refusal missing(String parameter) {
        return coded(400, 10_100, "Missing parameter: " + parameter);
    }

    private static Refusal text(int status, String message) {
        return new Refusal(Answer.text(status, message));
    }
}
