package io.mostik.salesautopilot.source.szamlazz;

import io.mostik.core.ApiError;
import io.mostik.core.http.ApiResponse;
import io.mostik.core.http.ErrorDecoder;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonException;
import io.mostik.core.json.JsonType;
import java.util.Optional;

/** How the vendor reports errors: a query in the body, with status 200; other operations in headers too. */
final class SzamlazzErrors implements ErrorDecoder {

    /** No document of this number, order or id; also a proforma that became an invoice. */
    static final String UNKNOWN = "7";

    private static final JsonCodec JSON = JsonCodec.camelCase();
    private static final int DOWN = 503;

    @Override
    public Optional<ApiError> decode(ApiResponse response) {
        if (response.header("szlahu_down").isPresent()) {
            return Optional.of(ApiError.of(DOWN, "szlahu_down", "the service is down"));
        }
        if (!response.isSuccess()) {
            return ErrorDecoder.byStatus().decode(response);
        }
        return inBody(response)
                .or(() -> response.header("szlahu_error_code")
                        .map(code -> ApiError.of(
                                response.status(),
                                code,
                                response.header("szlahu_error").orElse(""))));
    }

    private static Optional<ApiError> inBody(ApiResponse response) {
        try {
            Json answer =
                    JSON.read(JsonType.of(Json.class), response.body().bytes()).get("xmlszamlavalasz");
            boolean isFailure = answer.isObject()
                    && answer.get("sikeres").text().filter("true"::equals).isEmpty();
            return isFailure
                    ? Optional.of(ApiError.of(
                            response.status(),
                            answer.get("hibakod").text().orElse(""),
                            answer.get("hibauzenet").text().orElse("")))
                    : Optional.empty();
        } catch (JsonException e) { // the client says so
            return Optional.empty();
        }
    }
}
