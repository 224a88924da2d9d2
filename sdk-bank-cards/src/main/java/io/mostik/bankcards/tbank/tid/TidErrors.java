package io.mostik.bankcards.tbank.tid;

import io.mostik.core.ApiError;
import io.mostik.core.ErrorHints;
import io.mostik.core.http.ApiResponse;
import io.mostik.core.http.ErrorDecoder;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonException;
import io.mostik.core.json.JsonType;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;

/** How T-ID reports errors: as OAuth does, {@code error} and {@code error_description}. */
final class TidErrors implements ErrorDecoder {

    private static final ErrorHints HINTS =
            ErrorHints.in(locale -> ResourceBundle.getBundle("io.mostik.bankcards.tbank.hints", locale));

    private static final Set<String> ASK_AGAIN = Set.of("invalid_grant", "invalid_client", "unauthorized_client");

    private final JsonCodec codec;

    TidErrors(JsonCodec codec) {
        this.codec = codec;
    }

    @Override
    public ErrorHints hints() {
        return HINTS;
    }

    @Override
    public Optional<ApiError> decode(ApiResponse response) {
        Json body = read(response);
        if (response.isSuccess() && !body.get("error").isPresent()) {
            return Optional.empty();
        }
        String code = body.get("error").text().orElse("");
        ApiError error = ApiError.of(
                response.status(),
                code,
                body.first("error_description", "errorMessage").text().orElse(""));
        return Optional.of(ASK_AGAIN.contains(code) ? error.as(ApiError.Kind.AUTH) : error);
    }

    private Json read(ApiResponse response) {
        try {
            return codec.read(JsonType.of(Json.class), response.body().stream());
        } catch (JsonException e) {
            return Json.of(null);
        }
    }
}
