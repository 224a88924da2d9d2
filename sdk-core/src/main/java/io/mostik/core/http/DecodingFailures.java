package io.mostik.core.http;

import io.mostik.core.DecodingException;
import io.mostik.core.FailureInfo;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.json.JsonException;
import java.util.Locale;

/** Says what it means that an answer which reports no error cannot be read as the result of its call. */
final class DecodingFailures {

    private DecodingFailures() {}

    /**
     * An answer that is not what the vendor documents proves nothing, whatever its status: it may be the page of a proxy or
     * portal in between, or an error in another shape.
     */
    static DecodingException describe(ApiRequest request, ApiResponse response, JsonException cause) {
        boolean page = response.body().beginsWith('<')
                || response.header("Content-Type")
                        .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("text/html"))
                        .isPresent();
        String hint = page ? "; this looks like a page of a proxy or portal, not like the vendor" : "";
        String text = "answer with status " + response.status() + " cannot be read: " + cause.getMessage() + hint + " ("
                + response.body().kind() + ")";
        return new DecodingException(
                text,
                FailureInfo.temporary(request.operation(), Outcome.UNKNOWN, Phase.DECODE)
                        .withRequestId(Redactor.requestId(request, response)));
    }
}
