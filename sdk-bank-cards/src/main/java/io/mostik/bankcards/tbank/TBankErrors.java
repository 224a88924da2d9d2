package io.mostik.bankcards.tbank;

import io.mostik.core.ApiError;
import io.mostik.core.Hints;
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
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * How T-Bank reports errors: one object with {@code errorId}, {@code errorMessage}, {@code errorCode} and perhaps
 * {@code errorDetails}. The id, which the bank's support asks for, is kept among the details. The list of codes is open;
 * only the status says how to act, but for a code that says that something is not there. A page of HTML with success is no
 * answer of the bank either.
 */
final class TBankErrors implements ErrorDecoder {

    private static final Hints HINTS =
            Hints.in(locale -> ResourceBundle.getBundle("io.mostik.bankcards.tbank.hints", locale));

    private static final JsonType<Json> ANY = JsonType.of(Json.class);
    private static final int LARGEST_ENVELOPE = 4_096;

    private final JsonCodec codec;

    TBankErrors(JsonCodec codec) {
        this.codec = codec;
    }

    @Override
    public Hints hints() {
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

    /** A page with success comes from a box on the way: whether the bank has acted is unknown, most of all with a write. */
    private static boolean isPage(ApiResponse response) {
        try {
            InputStream body = response.body().stream();
            int first = body.read();
            while (Character.isWhitespace(first)) {
                first = body.read();
            }
            return first == '<';
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
