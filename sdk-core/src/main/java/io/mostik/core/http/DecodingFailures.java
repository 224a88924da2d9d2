package io.mostik.core.http;

import io.mostik.core.DecodingException;
import io.mostik.core.Failure;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.json.JsonException;
import java.util.Locale;

/** Says what it means that an answer which reports no error cannot be read as the result of its call. */
final class DecodingFailures {

    private DecodingFailures() {}

    /** A page of HTML comes from a proxy or a portal in between: nothing is known about the vendor then. */
    static DecodingException describe(ApiRequest request, ApiResponse response, JsonException cause) {
        String excerpt = Redactor.excerpt(request, response);
        boolean page = excerpt.startsWith("<")
                || response.header("Content-Type")
                        .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("text/html"))
                        .isPresent();
        Outcome outcome = page ? Outcome.UNKNOWN : Outcome.APPLIED;
        String hint = page ? "; this looks like a page of a proxy or portal, not like the vendor" : "";
        String text = "answer with status " + response.status() + " cannot be read: " + cause.getMessage() + hint
                + " (begins: " + excerpt + ")";
        return new DecodingException(
                text,
                Failure.temporary(request.operation(), outcome, Phase.DECODE)
                        .withRequestId(response.header("x-request-id")
                                .or(request.plan().options()::requestId)));
    }
}
