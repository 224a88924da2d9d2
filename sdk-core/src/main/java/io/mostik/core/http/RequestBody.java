package io.mostik.core.http;

import java.util.Objects;

/**
 * What a request carries. Prints its type and size only.
 *
 * @param contentType media type, or an empty text for no body
 * @param bytes the content
 */
public record RequestBody(String contentType, byte[] bytes) {

    /** No body. */
    public static final RequestBody NONE = new RequestBody("", new byte[0]);

    /** Refuses missing parts. */
    public RequestBody {
        Objects.requireNonNull(contentType, "contentType");
        Objects.requireNonNull(bytes, "bytes");
    }

    /** Returns whether there is none. */
    public boolean isNone() {
        return contentType.isEmpty();
    }

    @Override
    public String toString() {
        return isNone() ? "no body" : contentType + ", " + bytes.length + " bytes";
    }
}
