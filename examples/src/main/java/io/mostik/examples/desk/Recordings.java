package io.mostik.examples.desk;

import com.sun.net.httpserver.HttpExchange;
import io.mostik.pbx.AudioFormat;
import io.mostik.pbx.PbxClient;
import io.mostik.pbx.Recording;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Fetches recordings into a folder of the desk's own, and gives them out by names of its own: what the page asks for is
 * looked up, never a path. Thread-safe.
 */
final class Recordings implements AutoCloseable {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,15})-(\\d{0,15})");

    private final PbxClient pbx;
    private final Path folder;
    private final Map<String, Recording> kept = new ConcurrentHashMap<>();

    Recordings(PbxClient pbx) throws IOException {
        this.pbx = pbx;
        this.folder = Files.createTempDirectory("mostik-desk");
    }

    /** Fetches a recording from the PBX, and returns the name by which it is to be had here. */
    String fetch(String idAtPbx) {
        String name = UUID.randomUUID().toString();
        kept.put(name, pbx.recordings().download(idAtPbx, folder.resolve(name)));
        return name;
    }

    /** Answers with a recording, or with the part of it that a player asks for. */
    void serve(HttpExchange exchange, String name) throws IOException {
        Recording recording = kept.get(name);
        if (recording == null) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", mediaType(recording.format()));
        exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
        Matcher range =
                RANGE.matcher(Optional.ofNullable(exchange.getRequestHeaders().getFirst("Range"))
                        .orElse(""));
        if (!range.matches()) {
            send(exchange, 200, recording, new Part(0, recording.bytes() - 1));
            return;
        }
        Part part = Part.of(range, recording.bytes());
        if (part.first > part.last) {
            exchange.getResponseHeaders().set("Content-Range", "bytes */" + recording.bytes());
            exchange.sendResponseHeaders(416, -1);
            return;
        }
        exchange.getResponseHeaders()
                .set("Content-Range", "bytes " + part.first + "-" + part.last + "/" + recording.bytes());
        send(exchange, 206, recording, part);
    }

    private record Part(long first, long last) {

        static Part of(Matcher range, long bytes) {
            long end = bytes - 1;
            String last = range.group(2);
            return new Part(Long.parseLong(range.group(1)), last.isEmpty() ? end : Math.min(end, Long.parseLong(last)));
        }

        long length() {
            return last - first + 1;
        }
    }

    private static void send(HttpExchange exchange, int status, Recording recording, Part part) throws IOException {
        exchange.sendResponseHeaders(status, part.length() == 0 ? -1 : part.length());
        try (InputStream file = Files.newInputStream(recording.file());
                OutputStream out = exchange.getResponseBody()) {
            file.skipNBytes(part.first);
            byte[] piece = new byte[64 * 1024];
            long left = part.length();
            while (left > 0) {
                int read = file.read(piece, 0, (int) Math.min(piece.length, left));
                if (read < 0) {
                    return;
                }
                out.write(piece, 0, read);
                left -= read;
            }
        }
    }

    private static String mediaType(AudioFormat format) {
        return switch (format) {
            case WAV -> "audio/wav";
            case MP3 -> "audio/mpeg";
            case OGG -> "audio/ogg";
            case M4A -> "audio/mp4";
            case FLAC -> "audio/flac";
            case AMR -> "audio/amr";
            case AAC -> "audio/aac";
            case AU -> "audio/basic";
            case GSM -> "audio/gsm";
            case UNKNOWN -> "application/octet-stream";
        };
    }

    /** Throws the recordings away: a demo leaves nothing behind. */
    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
