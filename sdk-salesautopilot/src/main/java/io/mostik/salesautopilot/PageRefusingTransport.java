package io.mostik.salesautopilot;

import io.mostik.core.DecodingException;
import io.mostik.core.Failure;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.http.ApiRequest;
import io.mostik.core.http.ApiResponse;
import io.mostik.core.http.Transport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Refuses a page of HTML with status 200: it comes from a proxy or a portal in between. Here, because this vendor's bare
 * texts would otherwise let it pass for an answer.
 */
final class PageRefusingTransport implements Transport {

    private static final int LONGEST_BEGINNING = 64;

    private final Transport next;

    PageRefusingTransport(Transport next) {
        this.next = next;
    }

    @Override
    public ApiResponse send(ApiRequest request) {
        ApiResponse response = next.send(request);
        if (response.isSuccess() && isPage(response)) {
            throw new DecodingException(
                    "answer with status " + response.status()
                            + " cannot be read; this looks like a page of a proxy or portal, not like the vendor",
                    Failure.temporary(request.operation(), Outcome.UNKNOWN, Phase.DECODE));
        }
        return response;
    }

    private static boolean isPage(ApiResponse response) {
        try {
            byte[] start = response.body().stream().readNBytes(LONGEST_BEGINNING);
            String text = new String(start, StandardCharsets.UTF_8).replace("\uFEFF", "");
            return text.stripLeading().startsWith("<");
        } catch (IOException e) {
            throw new IllegalStateException("a stream over memory failed", e);
        }
    }
}
