package io.mostik.core.http;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** One element of a DER structure, as far as private keys need it. */
final class Der {

    static final int INTEGER = 0x02;
    static final int OCTETS = 0x04;
    static final int NULL = 0x05;
    static final int OID = 0x06;
    static final int SEQUENCE = 0x30;

    private static final int LONG_FORM = 0x80;
    private static final int BYTE = 0xFF;

    private final int tag;
    private final byte[] content;

    /** Creates an element with its first byte, and what is in it. */
    Der(int tag, byte[] content) {
        this.tag = tag;
        this.content = content;
    }

    int tag() {
        return tag;
    }

    byte[] content() {
        return content;
    }

    /**
     * Returns the one element that the bytes are.
     *
     * @throws IllegalArgumentException if they are none
     */
    static Der read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        Der one = next(in);
        if (in.hasRemaining()) {
            throw broken();
        }
        return one;
    }

    /** Returns the elements in this one. */
    List<Der> parts() {
        ByteBuffer in = ByteBuffer.wrap(content);
        List<Der> parts = new ArrayList<>();
        while (in.hasRemaining()) {
            parts.add(next(in));
        }
        return parts;
    }

    Der part(int index) {
        List<Der> parts = parts();
        if (index >= parts.size()) {
            throw broken();
        }
        return parts.get(index);
    }

    /** Returns the first part with a tag. */
    Optional<Der> tagged(int wanted) {
        return parts().stream().filter(part -> part.tag == wanted).findFirst();
    }

    int number() {
        if (content.length == 0 || content.length > Integer.BYTES) {
            throw broken();
        }
        return new BigInteger(content).intValueExact();
    }

    boolean isNumber(int number) {
        return tag == INTEGER && content.length == 1 && content[0] == number;
    }

    /** Returns the object identifier as hexadecimal digits. */
    String oid() {
        return tag == OID ? HexFormat.of().formatHex(content) : "";
    }

    byte[] encoded() {
        int length = content.length;
        byte[] size = length < LONG_FORM ? new byte[] {(byte) length} : longSize(length);
        byte[] all = new byte[1 + size.length + length];
        all[0] = (byte) tag;
        System.arraycopy(size, 0, all, 1, size.length);
        System.arraycopy(content, 0, all, 1 + size.length, length);
        return all;
    }

    static Der oid(String hex) {
        return new Der(OID, HexFormat.of().parseHex(hex));
    }

    static Der of(int tag, Der... parts) {
        int length =
                Arrays.stream(parts).mapToInt(part -> part.encoded().length).sum();
        ByteBuffer all = ByteBuffer.allocate(length);
        for (Der part : parts) {
            all.put(part.encoded());
        }
        return new Der(tag, all.array());
    }

    private static byte[] longSize(int length) {
        byte[] size = BigInteger.valueOf(length).toByteArray();
        byte[] plain = size[0] == 0 ? Arrays.copyOfRange(size, 1, size.length) : size;
        byte[] all = new byte[plain.length + 1];
        all[0] = (byte) (LONG_FORM | plain.length);
        System.arraycopy(plain, 0, all, 1, plain.length);
        return all;
    }

    private static Der next(ByteBuffer in) {
        if (in.remaining() < 2) {
            throw broken();
        }
        int tag = in.get() & BYTE;
        int length = in.get() & BYTE;
        if (length >= LONG_FORM) {
            int bytes = length - LONG_FORM;
            if (bytes == 0 || bytes > 3 || bytes > in.remaining()) {
                throw broken();
            }
            length = 0;
            for (int i = 0; i < bytes; i++) {
                length = (length << Byte.SIZE) | (in.get() & BYTE);
            }
        }
        if (length > in.remaining()) {
            throw broken();
        }
        byte[] content = new byte[length];
        in.get(content);
        return new Der(tag, content);
    }

    private static IllegalArgumentException broken() {
        return new IllegalArgumentException("a key is cut off or damaged");
    }

    @Override
    public String toString() {
        return "Der[" + content.length + " bytes]";
    }
}
