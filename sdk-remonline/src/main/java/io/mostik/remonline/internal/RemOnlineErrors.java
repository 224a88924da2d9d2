package io.mostik.remonline.internal;

import io.mostik.core.ApiError;
import io.mostik.core.ErrorHints;
import io.mostik.core.Outcome;
import io.mostik.core.http.ApiResponse;
import io.mostik.core.http.ErrorDecoder;
import io.mostik.core.http.ResponseBody;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonException;
import io.mostik.core.json.JsonType;
import io.mostik.remonline.common.RemOnlineCodes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How RemOnline reports errors: JSON of several shapes, plain text, or nothing at all. A 200 with {@code success: false}
 * is an error too, and so is a 200 with nothing but what version 2 says of an error: no page documents that, so whether the
 * vendor has acted is unknown.
 */
public final class RemOnlineErrors implements ErrorDecoder {

    private static final ErrorHints HINTS =
            ErrorHints.in(locale -> ResourceBundle.getBundle("io.mostik.remonline.internal.hints", locale));

    private static final JsonType<Json> ANY = JsonType.of(Json.class);

    private static final Set<String> ERROR_WORDS =
            Set.of("error", "message", "code", "status", "detail", "error_description", "errors", "validation");
    private static final List<String> TELLING = List.of("error", "message", "detail", "errors", "validation");
    private static final int LONGEST_START = 64;
    private static final int HTTP_GONE = 410;
    private static final JsonCodec CODEC = JsonCodec.snakeCase();
    private static final String RETIRED =
            "nothing here; this call belongs to the generation before version 2, which the"
                    + " vendor announced to end on 2026-09-01";

    private final boolean mayRetire;

    /** Creates the decoder. */
    public RemOnlineErrors() {
        this(false);
    }

    private RemOnlineErrors(boolean mayRetire) {
        this.mayRetire = mayRetire;
    }

    /** Returns the decoder that says, where an endpoint has gone, why that may be. */
    public static RemOnlineErrors ofGenerationBefore() {
        return new RemOnlineErrors(true);
    }

    @Override
    public ErrorHints hints() {
        return HINTS;
    }

    @Override
    public Optional<ApiError> decode(ApiResponse response) {
        if (response.isSuccess() && !saysFailure(response)) {
            return Optional.empty();
        }
        Json body = read(response);
        Json message = body.first("message", "error", "detail");
        String words = message.text()
                .orElseGet(() -> body.isPresent() ? "" : response.body().text().strip());
        ApiError error = ApiError.of(response.status(), body.get("code").text().orElse(""), words)
                .with(fieldErrors(body));
        if (response.isSuccess() && !saysFalse(body)) {
            ApiError unknown = error.as(Outcome.UNKNOWN);
            return Optional.of(error.details().isEmpty() ? unknown.as(ApiError.Kind.TEMPORARY) : unknown);
        }
        boolean gone = mayRetire && error.kind() == ApiError.Kind.NOT_FOUND;
        return Optional.of(gone ? explained(error) : error);
    }

    private static ApiError explained(ApiError error) {
        boolean certain = error.status() == HTTP_GONE;
        if (!certain && !error.message().isEmpty()) {
            return error;
        }
        String code = certain ? RemOnlineCodes.GENERATION_RETIRED : RemOnlineCodes.MISSING_OR_RETIRED;
        String words = error.message().isEmpty() ? RETIRED : error.message();
        return ApiError.of(error.status(), code, words).with(error.details());
    }

    /** Only small answers can be the old "success: false", or an error with 200; lists need not be parsed twice. */
    private boolean saysFailure(ApiResponse response) {
        boolean small = response.body().length() > 0 && response.body().length() < 4_096;
        if (!small || !(response.body().mentions("success") || mayBeErrorAlone(response.body()))) {
            return false;
        }
        Json body = read(response);
        return saysFalse(body) || isErrorAlone(body);
    }

    private static boolean saysFalse(Json body) {
        return body.get("success").text().filter("false"::equals).isPresent();
    }

    /** An error begins with one of its words. Looks at the first name only, as nearly all answers are none. */
    private static boolean mayBeErrorAlone(ResponseBody body) {
        try (InputStream stream = body.stream()) {
            StringBuilder name = new StringBuilder();
            int quotes = 0;
            for (int i = 0; i < LONGEST_START && quotes < 2; i++) {
                int octet = stream.read();
                if (octet == '"') {
                    quotes++;
                } else if (quotes == 1) {
                    name.append((char) octet);
                }
            }
            return quotes < 2 || ERROR_WORDS.contains(name.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An answer has something else than the words of an error, whatever proxy answers in place of the vendor. */
    private static boolean isErrorAlone(Json body) {
        return TELLING.stream().anyMatch(word -> body.get(word).isPresent()) && ERROR_WORDS.containsAll(body.names());
    }

    private Json read(ApiResponse response) {
        try {
            return CODEC.read(ANY, response.body().stream());
        } catch (JsonException e) {
            return Json.of(null);
        }
    }

    private static Map<String, String> fieldErrors(Json body) {
        Json fields = body.at("message", "validation");
        for (String name : new String[] {"validation", "errors"}) {
            fields = fields.isPresent() ? fields : body.get(name);
        }
        Map<String, String> errors = new LinkedHashMap<>();
        for (String name : fields.names()) {
            Json words = fields.get(name);
            errors.put(
                    name,
                    words.text()
                            .orElseGet(() -> words.elements().stream()
                                    .flatMap(word -> word.text().stream())
                                    .collect(Collectors.joining(", "))));
        }
        return errors;
    }
}
