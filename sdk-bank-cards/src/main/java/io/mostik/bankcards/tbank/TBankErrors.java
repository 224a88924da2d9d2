package io.mostik.bankcards.tbank;

import io.mostik.core.ApiError;
import io.mostik.core.ErrorHints;
import io.mostik.core.Outcome;
import io.mostik.core.http.ApiResponse;
import io.mostik.core.http.ErrorDecoder;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonException;
import io.mostik.core.json.JsonType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;

/**
 * How T-Bank reports errors: one object with {@code errorId}, {@code errorMessage}, {@code errorCode} and perhaps
 * {@code errorDetails}. The id, which the bank's support asks for, is kept among the details. The list of codes is
 * open; only the status says how to act, except for codes that mean not found. A page or a sentence with a status of
 * success is an error too.
 */
final class TBankErrors implements ErrorDecoder {

    private static final ErrorHints HINTS =
            ErrorHints.in(locale -> ResourceBundle.getBundle("io.mostik.bankcards.tbank.hints", locale));

    private static final JsonType<Json> ANY = JsonType.of(Json.class);
    private static final JsonCodec STRICT = JsonCodec.camelCase();
    private static final Set<String> LITERALS = Set.of("true", "false", "null", "ok");
    private static final Set<Character> CONTAINERS = Set.of('{', '[');
    private static final Set<Integer> BYTE_ORDER_MARK = Set.of(0xEF, 0xBB, 0xBF);
    private static final int LARGEST_ENVELOPE = 4_096;

    private final JsonCodec codec;

    TBankErrors(JsonCodec codec) {
        this.codec = codec;
    }

    @Override
    public ErrorHints hints() {
        return HINTS;
    }

    @Override
    public Optional<ApiError> decode(ApiResponse response) {
        if (response.isSuccess() && isPage(response)) {
            return Optional.of(ApiError.of(response.status(), "", "a page in place of an answer of the bank")
                    .as(ApiError.Kind.TEMPORARY)
                    .as(Outcome.UNKNOWN));
        }
        if (response.isSuccess() && !isEnvelope(response)) {
            return Optional.empty();
        }
        Json body = read(response);
        String code = body.get("errorCode").text().orElse("");
        String words = body.get("errorMessage")
                .text()
                .orElseGet(() -> body.isObject() ? "" : response.body().text().strip());
        ApiError error = ApiError.of(response.status(), code, words).with(details(body));
        return Optional.of(saysNotFound(response, code) ? error.as(ApiError.Kind.NOT_FOUND) : error);
    }

    /** No page documents an error with 200; a write whose answer is ignored must not take one for success. */
    private boolean isEnvelope(ApiResponse response) {
        int length = response.body().length();
        if (length == 0 || length > LARGEST_ENVELOPE) {
            return false;
        }
        Json body = read(response);
        return body.get("errorId").isPresent() && body.get("errorCode").isPresent();
    }

    /**
     * A page or a sentence with success comes from a proxy, for the bank answers JSON or nothing: whether the bank has acted is
     * unknown, most of all with a write.
     */
    private static boolean isPage(ApiResponse response) {
        int first = firstCharacter(response);
        if (first < 0 || CONTAINERS.contains((char) first)) {
            return false;
        }
        return response.body().length() > LARGEST_ENVELOPE || !isWord(response);
    }

    /** Returns the first byte that is neither a blank nor part of a byte order mark; -1 if there is none. */
    private static int firstCharacter(ApiResponse response) {
        try {
            InputStream body = response.body().stream();
            int first = body.read();
            while (first >= 0 && (first <= ' ' || BYTE_ORDER_MARK.contains(first))) {
                first = body.read();
            }
            return first;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A number, a text in quotes, or one of the words with which success is said. */
    private static boolean isWord(ApiResponse response) {
        String text = response.body().text().strip();
        return LITERALS.contains(text.toLowerCase(Locale.ROOT)) || isJson(response);
    }

    /** The bank's own dialect takes any text for a value. */
    private static boolean isJson(ApiResponse response) {
        try {
            return STRICT.read(ANY, response.body().stream()).isPresent();
        } catch (JsonException e) {
            return false;
        }
    }

    private static boolean saysNotFound(ApiResponse response, String code) {
        return response.status() == 422 && code.contains("NOT_FOUND");
    }

    private Json read(ApiResponse response) {
        try {
            return codec.read(ANY, response.body().stream());
        } catch (JsonException e) {
            return Json.of(null);
        }
    }

    private static Map<String, String> details(Json body) {
        Map<String, String> details = new LinkedHashMap<>();
        body.get("errorId").text().ifPresent(id -> details.put("errorId", id));
        Json more = body.get("errorDetails");
        more.names()
                .forEach(name -> details.put(
                        name,
                        more.get(name).text().orElseGet(() -> more.get(name).toString())));
        return details;
    }
}
