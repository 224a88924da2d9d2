package io.mostik.core.http;

import java.util.Objects;

/** What a request carries. Prints its type and size only. Immutable, as long as nobody changes the bytes. */
public final class RequestBody {

    /** No body. */
    public static final RequestBody NONE = new RequestBody("", new byte[0]);

    private final String contentType;
    private final byte[] bytes;

    /**
     * Creates a body.
     *
     * @param contentType media type
     * @param bytes the content
     */
    public RequestBody(String contentType, byte[] bytes) {
        this.contentType = Objects.requireNonNull(contentType, "contentType");
        this.bytes = Objects.requireNonNull(bytes, "bytes");
    }

    /** Returns whether there is none. */
    public boolean isNone() {
        return contentType.isEmpty();
    }

    /** Returns the media type, or an empty text for no body. */
    public String contentType() {
        return contentType;
    }

    /** Returns the content. */
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return isNone() ? "no body" : contentType + ", " + bytes.length + " bytes";
    }
}
