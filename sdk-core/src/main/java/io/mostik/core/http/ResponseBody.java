package io.mostik.core.http;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The body of an answer, in the pieces in which it came. Prints its size only. Thread-safe. */
public final class ResponseBody {

    static final ResponseBody EMPTY = new ResponseBody(List.of(), 0);

    private final List<ByteBuffer> pieces;
    private final int length;

    ResponseBody(List<ByteBuffer> pieces, int length) {
        this.pieces = pieces;
        this.length = length;
    }

    /** Returns a body with this content. */
    public static ResponseBody of(byte[] content) {
        return new ResponseBody(List.of(ByteBuffer.wrap(content)), content.length);
    }

    /** Returns how many bytes came. */
    public int length() {
        return length;
    }

    /** Returns a new stream over the bytes; it needs no closing. */
    public InputStream stream() {
        return new PiecesStream(pieces);
    }

    /** Returns the bytes in one array. */
    public byte[] bytes() {
        byte[] all = new byte[length];
        int at = 0;
        for (ByteBuffer piece : pieces) {
            int size = piece.remaining();
            piece.duplicate().get(all, at, size);
            at += size;
        }
        return all;
    }

    /** Returns the bytes as UTF-8 text, without a byte order mark. */
    public String text() {
        String text = new String(bytes(), StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    @Override
    public String toString() {
        return length + " bytes";
    }
}
