package io.mostik.pbx.vcclive.internal;

import io.mostik.core.http.ApiRequest;
import io.mostik.core.http.ApiResponse;
import io.mostik.core.http.Transport;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;

/** Puts an empty answer, which the vendor documents for some writes, into the envelope of all other answers. */
public final class EmptyAnswerTransport implements Transport {

    /** The calls of which the vendor's page says that the body of a success is empty. */
    private static final Set<String> EMPTY = Set.of("records.addDisposition");

    private static final byte[] DONE = "{\"response\":true,\"errors\":[]}".getBytes(StandardCharsets.UTF_8);

    private final Transport next;

    /** Creates the station before another one. */
    public EmptyAnswerTransport(Transport next) {
        this.next = Objects.requireNonNull(next, "next");
    }

    @Override
    public ApiResponse send(ApiRequest request) {
        ApiResponse response = next.send(request);
        boolean isEmpty = EMPTY.contains(request.operation())
                && response.isSuccess()
                && response.body().text().isBlank();
        return isEmpty ? response.with(response.status(), DONE) : response;
    }
}
