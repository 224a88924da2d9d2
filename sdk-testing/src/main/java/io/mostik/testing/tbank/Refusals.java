package io.mostik.testing.tbank;

import io.mostik.testing.Answer;
import io.mostik.testing.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * How the bank refuses a request: with its error envelope. Beside {@code INVALID_DATA} no code of a card method is public, so
 * the others say plainly that they are the simulator's.
 */
final class Refusals {

    private Refusals() {}

    /** Returns a 400 about one value. */
    static Refusal invalid(String name, String fault) {
        return refusal(400, "INVALID_DATA", "Ваш запрос невалиден: " + name + ": " + fault, Map.of(name, fault));
    }

    static Refusal unauthenticated() {
        return of(401, "Не пройдена аутентификация: токен неверен, истёк или отозван");
    }

    static Refusal forbidden(String scope) {
        return of(403, "Недостаточно прав: у токена нет доступа " + scope);
    }

    /** Returns a 422: well-formed, yet against a rule of the bank. */
    static Refusal unprocessable(String message) {
        return of(422, message);
    }

    static Refusal tooMany() {
        return of(429, "Слишком много запросов");
    }

    /** Returns the refusal of a list that is too long; its code is public, its status is not. */
    static Refusal tooManyOperations() {
        return refusal(422, "TOO_MANY_OPERATIONS", "Слишком много операций, сократите период", Map.of());
    }

    static Refusal of(int status, String message) {
        return refusal(status, "SIMULATED_" + status, message, Map.of());
    }

    private static Refusal refusal(int status, String code, String message, Map<String, String> details) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("errorId", UUID.randomUUID().toString().substring(0, 8));
        envelope.put("errorMessage", message.length() > 400 ? message.substring(0, 400) : message);
        envelope.put("errorCode", code);
        if (!details.isEmpty()) {
            envelope.put("errorDetails", details);
        }
        return new Refusal(Answer.json(status, envelope));
    }
}
