package io.mostik.salesautopilot;

import io.mostik.core.ApiError;
import io.mostik.core.ErrorHints;
import io.mostik.core.Outcome;
import io.mostik.core.http.ApiResponse;
import io.mostik.core.http.ErrorDecoder;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonException;
import io.mostik.core.json.JsonType;
import java.util.Optional;
import java.util.ResourceBundle;

/** How version 2 reports errors: by {@code errorCode}, with any status, 200 included; else by status. */
final class V2Errors implements ErrorDecoder {

    private static final ErrorHints HINTS =
            ErrorHints.in(locale -> ResourceBundle.getBundle("io.mostik.salesautopilot.hints", locale));

    private static final String TOKEN_EXPIRED = "1006";
    private static final int UNAUTHORIZED = 401;
    private static final int LARGEST_ERROR = 8_192;

    private final JsonCodec codec;

    V2Errors(JsonCodec codec) {
        this.codec = codec;
    }

    @Override
    public ErrorHints hints() {
        return HINTS;
    }

    @Override
    public Optional<ApiError> decode(ApiResponse response) {
        Json body = small(response);
        Optional<String> code = code(body);
        if (code.isPresent()) {
            ApiError error =
                    ApiError.of(response.status(), code.get(), message(body)).as(Outcome.REJECTED);
            return Optional.of(kind(code.get()).map(error::as).orElse(error));
        }
        if (response.isSuccess()) {
            return Optional.empty();
        }
        String message =
                body.isPresent() ? message(body) : response.body().text().strip();
        return Optional.of(ApiError.of(response.status(), "", message));
    }

    /** Returns whether an answer says that the token has ended. */
    boolean saysTokenEnded(ApiResponse response) {
        return response.status() == UNAUTHORIZED
                || code(small(response)).filter(TOKEN_EXPIRED::equals).isPresent();
    }

    private static Optional<ApiError.Kind> kind(String code) {
        return switch (code) {
            case "1005", TOKEN_EXPIRED -> Optional.of(ApiError.Kind.AUTH);
            case "11000", "12000" -> Optional.of(ApiError.Kind.NOT_FOUND);
            default -> Optional.empty();
        };
    }

    private static Optional<String> code(Json body) {
        return body.get("errorCode").text().filter(code -> !code.isEmpty() && !code.equals("0"));
    }

    private static String message(Json body) {
        return body.first("errorMessage", "message").text().orElse("");
    }

    /** Errors are small; long lists need not be parsed twice. */
    private Json small(ApiResponse response) {
        if (response.body().length() == 0 || response.body().length() > LARGEST_ERROR) {
            return Json.of(null);
        }
        try {
            return codec.read(JsonType.of(Json.class), response.body().stream());
        } catch (JsonException e) {
            return Json.of(null);
        }
    }
}
