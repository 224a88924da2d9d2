package io.mostik.core.http;

import io.mostik.core.DecodingException;
import io.mostik.core.Failure;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.json.JsonException;
import java.util.Locale;

/** Reads the answer into the call's result, inside the loop of repeats, so that a cut answer counts as a failed try. */
final class DecodingTransport implements Transport {

    private final Transport next;

    DecodingTransport(Transport next) {
        this.next = next;
    }

    @Override
    public ApiResponse send(ApiRequest request) {
        ApiResponse response = next.send(request);
        try {
            return response.withResult(request.plan().reader().read(response));
        } catch (JsonException e) {
            throw unreadable(request, response, e);
        }
    }

    /**
     * An answer that is not what the vendor documents proves nothing, whatever its status: it may be the page of a proxy or
     * portal in between, or an error in another shape.
     */
    private static DecodingException unreadable(ApiRequest request, ApiResponse response, JsonException cause) {
        boolean page = response.body().beginsWith('<')
                || response.header("Content-Type")
                        .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("text/html"))
                        .isPresent();
        String hint = page ? "; this looks like a page of a proxy or portal, not like the vendor" : "";
        String text = "answer with status " + response.status() + " cannot be read: " + cause.getMessage() + hint + " ("
                + response.body().kind() + ")";
        return new DecodingException(
                text,
                Failure.temporary(request.operation(), Outcome.UNKNOWN, Phase.DECODE)
                        .withRequestId(Redactor.requestId(request, response)));
    }
}
