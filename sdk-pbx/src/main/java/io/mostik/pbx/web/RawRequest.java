package io.mostik.pbx.web;

import io.mostik.core.WebhookException;
import io.mostik.core.webhook.WebhookRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A request whose body has not been read yet. A query in windows-1250, as old PBXs write it, is taken as well. Prints as
 * a {@link WebhookRequest}. Belongs to one thread.
 */
public final class RawRequest {

    private static final byte[] NO_BODY = {};

    private final String method;
    private final String query;
    private final Map<String, List<String>> headers;
    private final InputStream body;
    private final Optional<String> remoteAddress;

    /**
     * Creates a request.
     *
     * @param method HTTP verb
     * @param rawQuery the query as it stood in the address, or an empty text
     * @param headers all headers by name
     * @param body the bytes to come; closed by whoever opened it
     */
    public RawRequest(String method, String rawQuery, Map<String, List<String>> headers, InputStream body) {
        this.method = Objects.requireNonNull(method, "method");
        this.query = RawQuery.toUtf8(Objects.requireNonNull(rawQuery, "rawQuery"));
        this.headers = Objects.requireNonNull(headers, "headers");
        this.body = Objects.requireNonNull(body, "body");
        this.remoteAddress = Optional.empty();
    }

    private RawRequest(RawRequest other, InputStream body, Optional<String> remoteAddress) {
        this.method = other.method;
        this.query = other.query;
        this.headers = other.headers;
        this.body = body;
        this.remoteAddress = remoteAddress;
    }

    /** Returns this request with the IP address that opened the connection, as the server tells it. */
    public RawRequest remoteAddress(String address) {
        return new RawRequest(this, body, Optional.of(address));
    }

    /** Returns the request without its body. */
    public WebhookRequest head() {
        return with(NO_BODY);
    }

    /** Returns the request with another body. */
    public WebhookRequest with(byte[] newBody) {
        WebhookRequest request = new WebhookRequest(method, query, headers, newBody);
        return remoteAddress.map(request::remoteAddress).orElse(request);
    }

    /** Returns the request with its body in another stream. */
    public RawRequest withBody(InputStream newBody) {
        return new RawRequest(this, Objects.requireNonNull(newBody, "newBody"), remoteAddress);
    }

    /** Returns the bytes to come. */
    public InputStream body() {
        return body;
    }

    /**
     * Reads the body and returns the whole request.
     *
     * @param atMost largest body in bytes
     * @throws WebhookException if the body is larger
     * @throws IOException if it cannot be read to its end
     */
    public WebhookRequest whole(int atMost) throws IOException {
        byte[] bytes = body.readNBytes(atMost);
        if (bytes.length == atMost && body.read() >= 0) {
            throw new WebhookException(WebhookException.Reason.TOO_LARGE, "more than " + atMost + " bytes");
        }
        return with(bytes);
    }

    @Override
    public String toString() {
        return head().toString();
    }
}
