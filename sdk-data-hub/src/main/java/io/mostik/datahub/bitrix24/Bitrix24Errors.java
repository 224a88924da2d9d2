package io.mostik.datahub.bitrix24;

import io.mostik.core.ApiError;
import io.mostik.core.Outcome;
import io.mostik.core.http.ApiResponse;
import io.mostik.core.http.ErrorDecoder;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonException;
import io.mostik.core.json.JsonType;
import java.util.Optional;

/**
 * How Bitrix24 reports errors: {@code error} and {@code error_description}. Too many calls come as 503 with
 * {@code QUERY_LIMIT_EXCEEDED}, too costly ones as 429. An answer without {@code result} is none of the vendor's.
 */
final class Bitrix24Errors implements ErrorDecoder {

    private static final JsonType<Json> ANY = JsonType.of(Json.class);
    private static final JsonCodec CODEC = JsonCodec.camelCase();
    private static final String TOO_MANY = "QUERY_LIMIT_EXCEEDED";

    @Override
    public Optional<ApiError> decode(ApiResponse response) {
        if (response.isSuccess() && response.body().mentions("result")) {
            return Optional.empty();
        }
        Json body = read(response);
        String code = body.get("error").text().orElse("");
        ApiError error = ApiError.of(
                response.status(),
                code,
                body.get("error_description").text().orElseGet(() -> code.isEmpty() ? "no result" : code));
        if (code.equals(TOO_MANY)) {
            return Optional.of(error.as(ApiError.Kind.THROTTLED));
        }
        return Optional.of(response.isSuccess() ? error.as(Outcome.UNKNOWN) : error);
    }

    private static Json read(ApiResponse response) {
        try {
            return CODEC.read(ANY, response.body().stream());
        } catch (JsonException e) {
            return Json.of(null);
        }
    }
}
