package io.mostik.testing.tbank;

import io.mostik.testing.Answer;
import io.mostik.testing.Refusal;
import io.mostik.testing.internal.JsonObject;
import io.mostik.testing.internal.Refusals;
import java.util.Map;
import java.util.UUID;

/**
 * How the bank refuses a request: with its error envelope. Beside {@code INVALID_DATA} no code of a card method is public, so
 * the others say plainly that they are the simulator's.
 */
enum Dialect implements Refusals {
    /** The one envelope of all hosts. */
    BANK;

    @Override
    public Refusal unknown(String variable) {
        return invalid(variable, "expected an id");
    }

    /** Returns a 400 about one value. */
    @Override
    public Refusal invalid(String name, String rule) {
        return refusal(400, "INVALID_DATA", "Ваш запрос невалиден: " + name + ": " + rule, Map.of(name, rule));
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
        JsonObject envelope = new JsonObject()
                .with("errorId", UUID.randomUUID().toString().substring(0, 8))
                .with("errorMessage", message.length() > 400 ? message.substring(0, 400) : message)
                .with("errorCode", code);
        return new Refusal(Answer.json(status, details.isEmpty() ? envelope : envelope.with("errorDetails", details)));
    }
}
