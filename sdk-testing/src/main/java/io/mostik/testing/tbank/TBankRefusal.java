package io.mostik.testing.tbank;

import io.mostik.testing.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A request the bank refuses, with its error envelope. Beside {@code INVALID_DATA} no code of a card method is public, so
 * the others say plainly that they are the simulator's.
 */
final class TBankRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    private TBankRefusal(int status, String code, String message, Map<String, String> details) {
        super(message);
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("errorId", UUID.randomUUID().toString().substring(0, 8));
        envelope.put("errorMessage", message.length() > 400 ? message.substring(0, 400) : message);
        envelope.put("errorCode", code);
        if (!details.isEmpty()) {
            envelope.put("errorDetails", details);
        }
        this.answer = Answer.json(status, envelope);
    }

    /** Returns a 400 about one value. */
    static TBankRefusal invalid(String name, String fault) {
        return new TBankRefusal(
                400, "INVALID_DATA", "Ваш запрос невалиден: " + name + ": " + fault, Map.of(name, fault));
    }

    static TBankRefusal unauthenticated() {
        return of(401, "Не пройдена аутентификация: токен неверен, истёк или отозван");
    }

    static TBankRefusal forbidden(String scope) {
        return of(403, "Недостаточно прав: у токена нет доступа " + scope);
    }

    /** Returns a 422: well-formed, yet against a rule of the bank. */
    static TBankRefusal unprocessable(String message) {
        return of(422, message);
    }

    static TBankRefusal tooMany() {
        return of(429, "Слишком много запросов");
    }

    /** Returns the refusal of a list that is too long; its code is public, its status is not. */
    static TBankRefusal tooManyOperations() {
        return new TBankRefusal(422, "TOO_MANY_OPERATIONS", "Слишком много операций, сократите период", Map.of());
    }

    static TBankRefusal of(int status, String message) {
        return new TBankRefusal(status, "SIMULATED_" + status, message, Map.of());
    }

    Answer answer() {
        return answer;
    }
}
