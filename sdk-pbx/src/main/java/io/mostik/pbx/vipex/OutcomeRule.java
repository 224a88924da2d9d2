package io.mostik.pbx.vipex;

import java.util.List;
import org.immutables.value.Value;

/**
 * How to tell from an answer with HTTP 200 that a PBX refused: by properties of a JSON object or by the words with which
 * a text begins. All words are compared in any case. Statuses from 400 on are refusals in any case. Immutable.
 */
@Value.Immutable
public interface OutcomeRule {

    /** Returns properties that, when they are there and not empty, 0 or false, tell an error. */
    @Value.Default
    default List<String> errorFields() {
        return List.of("error", "errors", "errorMessage", "error_message");
    }

    /** Returns properties that tell an error when they are false. */
    @Value.Default
    default List<String> successFields() {
        return List.of("success");
    }

    /** Returns properties that tell an error by one of the {@link #failureWords()}. */
    @Value.Default
    default List<String> statusFields() {
        return List.of("status");
    }

    /** Returns the words of {@link #statusFields()} that tell an error. */
    @Value.Default
    default List<String> failureWords() {
        return List.of("error", "failed");
    }

    /** Returns the beginnings of a text that tell an error. */
    @Value.Default
    default List<String> errorPrefixes() {
        return List.of("error", "err:", "hiba", "fail", "unauthorized", "authentication");
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

    /** Returns properties of a good answer that hold the id of the call. */
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
