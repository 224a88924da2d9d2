package io.mostik.pbx.webhooks;

import io.mostik.core.WebhookException;
import io.mostik.pbx.internal.CaseInsensitiveObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Copies JSON from a stream and leaves the recordings out: where a text has one of their names it is decoded to
 * disk at once, and a short token is left in its place. So memory is bounded by the rest of the JSON, however long the
 * recording is. Not a parser: what is not JSON passes through, for the parser to refuse. Not thread-safe.
 */
final class RecordingFilter {

    private static final int BUFFER = 64 * 1024;
    private static final int DEEPEST = 100;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 2_048;

    private final InputStream in;
    private final List<String[]> names;
    private final RecordingFolder folder;
    private final RecordingIntake intake;
    private final long atMost;
    private final int atMostKept;
    private final byte[] buffer = new byte[BUFFER];
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final Deque<Level> levels = new ArrayDeque<>();
    private int at;
    private int filled;
    private long taken;

    /** An object or an array that is open. */
    private static final class Level {
        private final boolean object;
        private boolean nameNext;
        private String name = "";

        Level(boolean object) {
            this.object = object;
            this.nameNext = object;
        }
    }

    /** How much is taken in all, and kept in memory. */
    record Limits(long atMost, int atMostKept) {}

    RecordingFilter(
            InputStream in, List<String[]> names, RecordingFolder folder, RecordingIntake intake, Limits limits) {
        this.in = in;
        this.names = names;
        this.folder = folder;
        this.intake = intake;
        this.atMost = limits.atMost();
        this.atMostKept = limits.atMostKept();
    }

    /** Returns the JSON without its recordings, which are noted with the intake. */
    byte[] rest() throws IOException {
        for (int c = next(); c >= 0; c = next()) {
            switch (c) {
                case '{' -> open(true);
                case '[' -> open(false);
                case '}', ']' -> levels.poll();
                case ',' -> nameFollows();
                case '"' -> {
                    text();
                    continue;
                }
                default -> {}
            }
            keep(c);
        }
        return kept.toByteArray();
    }

    private void open(boolean object) {
        if (levels.size() == DEEPEST) {
            throw new WebhookException(WebhookException.Reason.UNREADABLE, "deeper than " + DEEPEST);
        }
        levels.push(new Level(object));
    }

    private void nameFollows() {
        Level level = levels.peek();
        if (level != null) {
            level.nameNext = level.object;
        }
    }

    private void text() throws IOException {
        Level level = levels.peek();
        if (level != null && level.nameNext) {
            level.nameNext = false;
            level.name = CaseInsensitiveObject.fold(copy(LONGEST_NAME));
        } else if (isRecording()) {
            byte[] token = decode();
            keep('"');
            for (byte octet : token) {
                keep(octet);
            }
            keep('"');
        } else {
            copy(0);
        }
    }

    /** Copies a text with its quotes, and returns its beginning. */
    private String copy(int shown) throws IOException {
        ByteArrayOutputStream beginning = new ByteArrayOutputStream();
        keep('"');
        for (int c = next(); c >= 0; c = next()) {
            keep(c);
            if (c == '"') {
                break;
            }
            if (beginning.size() < shown) {
                beginning.write(c);
            }
            if (c == '\\') {
                int escaped = next();
                if (escaped >= 0) {
                    keep(escaped);
                }
            }
        }
        return beginning.toString(StandardCharsets.UTF_8);
    }

    private boolean isRecording() {
        List<String> path = new ArrayList<>();
        levels.descendingIterator().forEachRemaining(level -> {
            if (level.object) {
                path.add(level.name);
            }
        });
        return !path.isEmpty()
                && names.stream()
                        .anyMatch(name -> path.size() >= name.length
                                && path.subList(path.size() - name.length, path.size())
                                        .equals(List.of(name)));
    }

    /** Decodes a text to disk, and returns what replaces it: itself, if it is short and no recording. */
    private byte[] decode() throws IOException {
        InlineRecording recording = folder.begin();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        boolean broken = false;
        try {
            for (int c = next(); c != '"'; c = next()) {
                int plain = c == '\\' ? unescaped(text) : note(text, c);
                int from = at;
                if (!broken) {
                    broken = !isAccepted(recording, plain);
                    at += recording.acceptGroups(buffer, at, filled);
                }
                text.write(buffer, from, Math.min(at - from, room(text)));
            }
            broken = broken || !isWhole(recording);
        } catch (IOException | RuntimeException e) {
            recording.discard();
            throw e;
        }
        if (broken) {
            recording.discard();
            return room(text) == 0
                    ? RecordingIntake.UNREADABLE.getBytes(StandardCharsets.US_ASCII)
                    : text.toByteArray();
        }
        return intake.note(recording).getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean isAccepted(InlineRecording recording, int c) {
        try {
            recording.accept(c);
            return true;
        } catch (WebhookException e) {
            return unlessTooLarge(e);
        }
    }

    private static boolean isWhole(InlineRecording recording) {
        try {
            recording.finish();
            return true;
        } catch (WebhookException e) {
            return unlessTooLarge(e);
        }
    }

    private static boolean unlessTooLarge(WebhookException e) {
        if (e.reason() != WebhookException.Reason.UNREADABLE) {
            throw e;
        }
        return false;
    }

    private static int room(ByteArrayOutputStream text) {
        return LONGEST_TEXT - text.size();
    }

    private static int note(ByteArrayOutputStream text, int c) {
        if (c < 0) {
            throw new WebhookException(WebhookException.Reason.UNREADABLE, "cut off before its end");
        }
        if (room(text) > 0) {
            text.write(c);
        }
        return c;
    }

    /** Reads what follows a backslash; a line break means nothing in BASE64. */
    private int unescaped(ByteArrayOutputStream text) throws IOException {
        note(text, '\\');
        int c = note(text, next());
        if (c != 'u') {
            return c == 'n' || c == 'r' || c == 't' || c == 'b' || c == 'f' ? '\n' : c;
        }
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(note(text, next()), 16);
            if (digit < 0) {
                throw new WebhookException(WebhookException.Reason.UNREADABLE, "an escape is broken");
            }
            value = value * 16 + digit;
        }
        return value;
    }

    private int next() throws IOException {
        if (at == filled) {
            at = 0;
            filled = in.read(buffer, 0, BUFFER);
            if (filled < 0) {
                filled = 0;
                return -1;
            }
            taken += filled;
            if (taken > atMost) {
                throw new WebhookException(WebhookException.Reason.TOO_LARGE, "more than " + atMost + " bytes");
            }
        }
        return buffer[at++] & 0xFF;
    }

    private void keep(int c) {
        if (kept.size() == atMostKept) {
            throw new WebhookException(
                    WebhookException.Reason.TOO_LARGE, "more than " + atMostKept + " bytes beside the recording");
        }
        kept.write(c);
    }
}
