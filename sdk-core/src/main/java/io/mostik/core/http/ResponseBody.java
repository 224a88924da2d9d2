package io.mostik.core.http;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The body of an answer, in the pieces in which it came. Prints its size only. Thread-safe. */
public final class ResponseBody {

    static final ResponseBody EMPTY = new ResponseBody(List.of(), 0);

    /** Bytes that are searched at a time: an array is much quicker to search than a buffer, and a small one costs less. */
    private static final int WINDOW = 128;

    /** Characters with the same last five bits share a step, the shortest. */
    private static final int BITS = 31;

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
        return new ByteBuffersInputStream(pieces);
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

    /**
     * Returns whether the body holds a word somewhere, without reading it as JSON or text: cheaper than parsing it.
     *
     * @param word of ASCII characters, at least one
     */
    public boolean mentions(String word) {
        if (word.isEmpty()) {
            throw new IllegalArgumentException("word must not be empty");
        }
        byte[] wanted = word.getBytes(StandardCharsets.US_ASCII);
        byte[] steps = steps(wanted);
        byte[] window = new byte[Math.min(length, WINDOW) + wanted.length];
        int kept = 0;
        for (ByteBuffer piece : pieces) {
            int at = piece.position();
            while (at < piece.limit()) {
                int size = Math.min(piece.limit() - at, window.length - kept);
                piece.get(at, window, kept, size);
                at += size;
                int filled = kept + size;
                if (contains(window, filled, wanted, steps)) {
                    return true;
                }
                kept = Math.min(filled, wanted.length - 1);
                System.arraycopy(window, filled - kept, window, 0, kept);
            }
        }
        return false;
    }

    /** Looks at the end of each place first: a byte that is not in the word rules out as many places as it is long. */
    private static boolean contains(byte[] window, int filled, byte[] wanted, byte[] steps) {
        int last = wanted.length - 1;
        for (int i = 0; i <= filled - wanted.length; ) {
            byte end = window[i + last];
            if (end == wanted[last] && Arrays.equals(window, i, i + last, wanted, 0, last)) {
                return true;
            }
            i += steps[end & BITS];
        }
        return false;
    }

    /** Returns for each character how far the word may be moved on when it stands at the end of a place. */
    private static byte[] steps(byte[] wanted) {
        byte[] steps = new byte[BITS + 1];
        int longest = Math.min(wanted.length, Byte.MAX_VALUE);
        Arrays.fill(steps, (byte) longest);
        for (int i = 0; i < wanted.length - 1; i++) {
            steps[wanted[i] & BITS] = (byte) Math.min(wanted.length - 1 - i, longest);
        }
        return steps;
    }

    /** Returns the kind and size of what came, never the content: most answers are about people. */
    String kind() {
        String kind = switch (firstCharacter()) {
            case -1 -> "blanks of";
            case '{' -> "a JSON object of";
            case '[' -> "a JSON array of";
            case '<' -> "a page or XML of";
            default -> "text of";
        };
        return length == 0 ? "empty" : kind + " " + length + (length == 1 ? " byte" : " bytes");
    }

    boolean beginsWith(char first) {
        return firstCharacter() == first;
    }

    /** Returns the first byte that is neither a blank nor part of a byte order mark; -1 if there is none. */
    private int firstCharacter() {
        for (ByteBuffer piece : pieces) {
            for (int i = piece.position(); i < piece.limit(); i++) {
                int octet = piece.get(i) & 0xFF;
                if (octet > ' ' && octet != 0xEF && octet != 0xBB && octet != 0xBF) {
                    return octet;
                }
            }
        }
        return -1;
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
