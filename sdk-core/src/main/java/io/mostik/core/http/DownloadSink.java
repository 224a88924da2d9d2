package io.mostik.core.http;

import io.mostik.core.ProgressMeter;
import io.mostik.core.TimeSource;
import io.mostik.core.json.JsonException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Writes pieces to a file under a temporary name, counting and digesting, and moves it into place at the end. */
final class DownloadSink implements BodySink {

    private static final int WHOLE = 200;
    private static final int SHOWN_BYTES = 16;
    private static final int MOST_WORDS = 1024 * 1024;

    private final Download target;
    private final byte[] start = new byte[SHOWN_BYTES];
    private @Nullable Path part;
    private @Nullable ByteArrayOutputStream words;
    private boolean isCalledText;
    private @Nullable DigestedFile file;
    private final ProgressMeter meter;
    private OptionalLong stated = OptionalLong.empty();
    private long size;
    private byte[] checksum = {};

    DownloadSink(Download target, TimeSource time) {
        this.target = target;
        this.meter = ProgressMeter.start("bytes", target.progress(), time);
        MessageDigest unusedAsOnlyItsNameIsChecked = newDigest();
    }

    private MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance(target.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException("checksum " + target.digest() + " is not known", e);
        }
    }

    @Override
    public boolean wants(int status, ApiHeaders headers) {
        stated = length(headers);
        isCalledText = !Download.isBinary(headers.first("Content-Type"));
        return status == WHOLE && (!isCalledText || target.recognised().isPresent());
    }

    @Override
    public void begin() throws IOException {
        abort();
        size = 0;
        meter.restart(target.size().isPresent() ? target.size() : stated);
        Path folder = target.file().toAbsolutePath().getParent();
        Path fresh = Files.createTempFile(folder, "mostik-", ".part");
        part = fresh;
        file = DigestedFile.open(fresh, newDigest());
        words = isCalledText ? new ByteArrayOutputStream() : null;
    }

    /** What is called text is a file only if it begins as one, so it waits for its first bytes. */
    @Override
    public void accept(ByteBuffer piece) throws IOException {
        ByteArrayOutputStream text = words;
        if (text == null) {
            write(piece);
            return;
        }
        if (piece.remaining() > MOST_WORDS - text.size()) {
            throw new BadAnswerException("text is larger than " + MOST_WORDS + " bytes", false);
        }
        byte[] bytes = new byte[piece.remaining()];
        piece.get(bytes);
        text.writeBytes(bytes);
        if (text.size() >= SHOWN_BYTES) {
            recognise(text);
        }
    }

    private void recognise(ByteArrayOutputStream text) throws IOException {
        byte[] all = text.toByteArray();
        byte[] shown = Arrays.copyOf(all, Math.min(all.length, SHOWN_BYTES));
        if (target.recognised().filter(test -> test.test(shown)).isPresent()) {
            words = null;
            write(ByteBuffer.wrap(all));
        }
    }

    private void write(ByteBuffer piece) throws IOException {
        DigestedFile open = file;
        if (open == null) {
            throw new IOException("not open");
        }
        if (piece.remaining() > target.atMost() - size) {
            throw new BadAnswerException("answer is larger than " + target.atMost() + " bytes", false);
        }
        if (size < SHOWN_BYTES) {
            int shown = (int) Math.min(SHOWN_BYTES - size, piece.remaining());
            piece.duplicate().get(start, (int) size, shown);
        }
        size += piece.remaining();
        meter.add(piece.remaining());
        open.add(piece);
    }

    @Override
    public void complete() throws IOException {
        if (words != null && words.size() < SHOWN_BYTES) {
            recognise(words);
        }
        if (words != null) {
            abort();
            return;
        }
        if (target.size().isPresent() && target.size().getAsLong() != size) {
            throw new BadAnswerException(
                    "answer has " + size + " bytes, the file " + target.size().getAsLong(), true);
        }
        DigestedFile open = file;
        if (open != null) {
            checksum = open.complete();
            file = null;
        }
    }

    @Override
    public void abort() {
        try {
            if (file != null) {
                file.close();
            }
            if (part != null) {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            System.getLogger("io.mostik.http").log(System.Logger.Level.WARNING, "a partial download was left behind");
        } finally {
            file = null;
            part = null;
        }
    }

    @Override
    public ResponseBody words() {
        return words == null ? ResponseBody.EMPTY : ResponseBody.of(words.toByteArray());
    }

    private static OptionalLong length(ApiHeaders headers) {
        String text = headers.first("Content-Length").orElse("").strip();
        return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    /** The call is over, whatever came of it. */
    void end() {
        meter.end();
    }

    /** Returns the file in its place; called once all bytes are on disk. */
    Downloaded result(ApiResponse response) {
        Path whole = part;
        if (response.status() != WHOLE) {
            throw new JsonException("no whole file comes with status " + response.status());
        }
        if (whole == null) {
            throw new JsonException("text where a file was expected");
        }
        if (size == 0) {
            abort();
            throw new JsonException("an empty answer where a file was expected");
        }
        if (!target.signature().test(Arrays.copyOf(start, (int) Math.min(size, SHOWN_BYTES)))) {
            abort();
            throw new JsonException("content does not begin as such a file does");
        }
        try {
            Files.move(whole, target.file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            abort();
            throw new JsonException("the file could not be moved into place");
        }
        part = null;
        return new Downloaded(target.file(), size, HexFormat.of().formatHex(checksum), response.header("Content-Type"));
    }
}
