package io.mostik.pbx.webhooks;

import io.mostik.core.WebhookException;
import io.mostik.pbx.AudioFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A recording being decoded from BASE64 to a temporary file, one character after the other: both alphabets, line breaks,
 * a {@code data:} prefix. A blank between two characters was a plus before somebody decoded it as a form. What is not whole
 * BASE64, or a short text that begins like no audio, is no recording. Not thread-safe.
 */
final class InlineRecording {

    private static final int START = 16;
    private static final int BUFFER = 8 * 1024;
    private static final int LONGEST_PREFIX = 200;
    private static final int BITS = 6;
    private static final int OCTET = 8;
    private static final int GROUP = 4;
    private static final int PROOF_OF_LENGTH = 256;
    private static final byte[] VALUES = values();

    private final Path file;
    private final long atMost;
    private final OutputStream out;
    private final MessageDigest digest = RecordingFolder.sha256();
    private final byte[] start = new byte[START];
    private final byte[] buffer = new byte[BUFFER];
    private final StringBuilder prefix = new StringBuilder();
    private boolean inPrefix;
    private int buffered;
    private long bytes;
    private long characters;
    private int padding;
    private int bits;
    private int held;
    private int blanks;
    private boolean hadBlanks;
    private boolean hadPlus;
    private String checksum = "";

    InlineRecording(Path file, long atMost) throws IOException {
        this.file = file;
        this.atMost = atMost;
        this.out = Files.newOutputStream(file);
    }

    private static byte[] values() {
        byte[] values = new byte[128];
        Arrays.fill(values, (byte) -1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < alphabet.length(); i++) {
            values[alphabet.charAt(i)] = (byte) i;
        }
        values['-'] = values['+'];
        values['_'] = values['/'];
        return values;
    }

    /** Takes the next character. */
    void accept(int c) {
        if (c <= ' ') {
            blanks += c == ' ' && characters > 0 && !inPrefix ? 1 : 0;
            return;
        }
        if (blanks > 0 && !inPrefix && c != '=') {
            int pluses = blanks;
            blanks = 0;
            hadBlanks = true;
            for (int i = 0; i < pluses; i++) {
                take('+');
            }
        }
        hadPlus |= c == '+' && !inPrefix;
        take(c);
    }

    private void take(int c) {
        if (inPrefix || (characters <= GROUP && c == ':')) {
            takePrefix(c);
            return;
        }
        if (c == '=') {
            padding++;
            return;
        }
        int value = c < VALUES.length ? VALUES[c] : -1;
        if (value < 0 || padding > 0) {
            throw broken();
        }
        if (characters < GROUP) {
            prefix.append((char) c);
        }
        characters++;
        held = (held << BITS) | value;
        bits += BITS;
        if (bits >= OCTET) {
            bits -= OCTET;
            put((byte) (held >> bits));
        }
    }

    /**
     * Takes whole groups of four plain characters as long as there are any: nearly all of a recording, and much cheaper
     * than one by one.
     *
     * @return how many bytes of the input were taken
     */
    int acceptGroups(byte[] input, int from, int to) {
        if (inPrefix || blanks > 0 || bits != 0 || padding > 0 || characters <= GROUP || bytes < START) {
            return 0;
        }
        int at = from;
        while (to - at >= GROUP && atMost - bytes >= GROUP) {
            int group = group(input, at);
            if (group < 0) {
                break;
            }
            if (BUFFER - buffered < GROUP) {
                flush();
            }
            hadPlus |= input[at] == '+' || input[at + 1] == '+' || input[at + 2] == '+' || input[at + 3] == '+';
            buffer[buffered++] = (byte) (group >> (2 * OCTET));
            buffer[buffered++] = (byte) (group >> OCTET);
            buffer[buffered++] = (byte) group;
            bytes += GROUP - 1;
            at += GROUP;
        }
        characters += at - from;
        return at - from;
    }

    /** Returns the 24 bits of four characters; negative if one of them is none of the alphabet. */
    private static int group(byte[] input, int at) {
        int any = input[at] | input[at + 1] | input[at + 2] | input[at + 3];
        if (any < 0) {
            return -1;
        }
        int first = VALUES[input[at]];
        int second = VALUES[input[at + 1]];
        int third = VALUES[input[at + 2]];
        int fourth = VALUES[input[at + 3]];
        boolean plain = (first | second | third | fourth) >= 0;
        return plain ? (first << (3 * BITS)) | (second << (2 * BITS)) | (third << BITS) | fourth : -1;
    }

    /** "data" itself is BASE64, so the prefix shows only at its colon; what was decoded until then is taken back. */
    private void takePrefix(int c) {
        if (!inPrefix && !(c == ':' && prefix.toString().equals("data"))) {
            throw broken();
        }
        inPrefix = c != ',';
        prefix.append((char) c);
        if (prefix.length() > LONGEST_PREFIX) {
            throw broken();
        }
        characters = GROUP + 1L;
        if (!inPrefix) {
            restart();
        }
    }

    private void restart() {
        if (!prefix.toString().endsWith(";base64,")) {
            throw broken();
        }
        buffered = 0;
        bytes = 0;
        bits = 0;
        held = 0;
        characters = 2L * GROUP;
    }

    private void put(byte octet) {
        if (bytes >= atMost) {
            throw RecordingFolder.tooLarge(atMost);
        }
        if (bytes < START) {
            start[(int) bytes] = octet;
        }
        bytes++;
        buffer[buffered++] = octet;
        if (buffered == BUFFER) {
            flush();
        }
    }

    private void flush() {
        try {
            out.write(buffer, 0, buffered);
            digest.update(buffer, 0, buffered);
            buffered = 0;
        } catch (IOException e) {
            throw new UncheckedIOException("a recording cannot be written", e);
        }
    }

    /** Ends well: the file is whole. Nothing at all is whole as well. */
    void finish() {
        boolean dangling = bits == BITS || padding > 2 || inPrefix;
        boolean isUneven = padding > 0 && (characters + padding) % GROUP != 0;
        boolean isWord = bytes > 0 && characters < PROOF_OF_LENGTH && format() == AudioFormat.UNKNOWN;
        if (dangling || isUneven || isWord || (hadBlanks && hadPlus)) {
            throw broken();
        }
        flush();
        checksum = HexFormat.of().formatHex(digest.digest());
        close();
    }

    /** Throws away the file, unless it was moved away. */
    void discard() {
        close();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            System.getLogger("io.mostik.pbx").log(System.Logger.Level.WARNING, "a partial recording was left behind");
        }
    }

    private void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a recording cannot be written", e);
        }
    }

    Path file() {
        return file;
    }

    boolean isEmpty() {
        return bytes == 0;
    }

    String sha256() {
        return checksum;
    }

    AudioFormat format() {
        return AudioFormat.of(Arrays.copyOf(start, (int) Math.min(bytes, START)));
    }

    private static WebhookException broken() {
        return new WebhookException(WebhookException.Reason.UNREADABLE, "the recording is not BASE64");
    }
}
