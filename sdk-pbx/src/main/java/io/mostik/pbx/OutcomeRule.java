package io.mostik.pbx;

import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/**
 * How to tell from an answer with HTTP 200 whether a PBX started a call: by properties of JSON or XML, or by the words of a
 * text. Words are compared without regard to case and accents; properties are paths with slashes. Statuses from 400 on are
 * refusals in any case. An answer that tells neither is a failure with the outcome {@code UNKNOWN}: the telephone may ring.
 * Immutable.
 */
@Value.Immutable
public interface OutcomeRule {

    /**
     * Returns where success is told, with the values that tell it; {@code *} stands for any. If this is not empty, another
     * value there is a refusal, and an answer without one proves nothing. The number 0 and the text "0" are the same.
     */
    Map<String, List<String>> successAt();

    /** Returns properties that, when they are there and not empty, 0 or false, tell an error. */
    @Value.Default
    default List<String> errorFields() {
        return List.of("error", "errors", "errorMessage", "error_message");
    }

    /** Returns properties that tell an error when they are false. */
    @Value.Default
    default List<String> successFields() {
        return List.of("success", "result", "ok", "started", "accepted", "status");
    }

    /** Returns properties that tell success by one of the {@link #successWords()} or a number from 200 to 299. */
    @Value.Default
    default List<String> statusFields() {
        return List.of("status");
    }

    /** Returns the words that tell success: all of a property, or the first ones of a text. */
    @Value.Default
    default List<String> successWords() {
        return List.of(
                "ok",
                "okay",
                "success",
                "successful",
                "accepted",
                "started",
                "call started",
                "queued",
                "true",
                "siker",
                "sikeres",
                "elindítva",
                "hívás elindítva",
                "hívás elindult");
    }

    /** Returns the words that tell an error wherever they stand in a text or a property. */
    @Value.Default
    default List<String> failureWords() {
        return List.of(
                "error",
                "failed",
                "failure",
                "fail",
                "nok",
                "not ok",
                "not started",
                "not found",
                "unsuccessful",
                "refused",
                "rejected",
                "denied",
                "forbidden",
                "sikertelen",
                "hiba",
                "elutasítva");
    }

    /** Returns the beginnings of a text that tell an error. */
    @Value.Default
    default List<String> errorPrefixes() {
        return List.of(
                "error",
                "err:",
                "hiba",
                "fail",
                "unauthorized",
                "authentication",
                "invalid",
                "no such",
                "unknown",
                "missing",
                "sikertelen",
                "ismeretlen",
                "nincs",
                "nem ");
    }

    /** Returns where the words of a refusal are. */
    @Value.Default
    default List<String> messageFields() {
        return List.of(
                "message", "description", "reason", "error/message", "error/data/mnemonic", "errors/description");
    }

    /** Returns where the code of a refusal is. */
    @Value.Default
    default List<String> codeFields() {
        return List.of("code", "error/code");
    }

    /** Returns parts of an error's text that tell wrong credentials. */
    @Value.Default
    default List<String> authWords() {
        return List.of("auth", "jelszó", "password");
    }

    /** Returns parts of an error's text that tell, for a recording, that there is none with this id. Inferred. */
    @Value.Default
    default List<String> notFoundWords() {
        return List.of("decode", "not found", "unknown", "ismeretlen", "nem található");
    }

    /** Returns where a good answer holds the id of the call. */
    @Value.Default
    default List<String> callIdFields() {
        return List.of("id", "callid", "call_id", "uuid");
    }

    /** Returns the rule of the default profile. */
    static OutcomeRule standard() {
        return builder().build();
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a rule. */
    final class Builder extends ImmutableOutcomeRule.Builder {
        Builder() {}
    }
}
