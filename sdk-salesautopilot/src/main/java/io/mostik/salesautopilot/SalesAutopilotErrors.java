package io.mostik.salesautopilot;

import io.mostik.core.ApiError;
import io.mostik.core.ErrorHints;
import io.mostik.core.http.ApiResponse;
import io.mostik.core.http.ErrorDecoder;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * How version 1 reports errors: by status. The body is not documented and stays as the vendor wrote it. What callers
 * decide on, such as "is in the list already", comes with 200 and is no error here.
 */
final class SalesAutopilotErrors implements ErrorDecoder {

    private static final ErrorHints HINTS =
            ErrorHints.in(locale -> ResourceBundle.getBundle("io.mostik.salesautopilot.hints", locale));

    @Override
    public ErrorHints hints() {
        return HINTS;
    }

    @Override
    public Optional<ApiError> decode(ApiResponse response) {
        if (response.isSuccess()) {
            return Optional.empty();
        }
        String body = response.body().text().strip();
        String meaning = meaning(response.status());
        String separator = body.isEmpty() || meaning.isEmpty() ? "" : ": ";
        return Optional.of(ApiError.of(response.status(), "", meaning + separator + body));
    }

    private static String meaning(int status) {
        return switch (status) {
            case 401 -> "wrong key pair, or one without the right or address for this";
            case 404 -> "no such method or resource";
            case 405 -> "wrong verb for this method";
            case 406 -> "wrong parameters";
            case 429 -> "too many or parallel requests";
            default -> "";
        };
    }
}
