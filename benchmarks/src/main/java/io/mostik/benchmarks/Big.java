package io.mostik.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** P6: the time that big bodies take, next to the floor: {@code ofFile}, and Jackson's {@code readBinaryValue}. */
public final class Big {

    private static final int DOWNLOAD = 200;
    private static final int PUSH = 20;

    private Big() {}

    /** Takes the server's address and the size. */
    public static void main(String[] arguments) throws IOException {
        String host = arguments[0].substring(0, arguments[0].indexOf("/v2"));
        int rounds = 2 * Integer.parseInt(arguments[1]) + 1;
        Path folder = Files.createTempDirectory("mostik-big");
        try {
            Floor floor = new Floor(host);
            floorDownload(floor, folder);
            Heap.run(host, "download", mega(DOWNLOAD), folder);
            print(
                    DOWNLOAD + " MB download with SHA-256",
                    InterleavedRounds.of(
                            rounds,
                            DOWNLOAD,
                            () -> floorDownload(floor, folder),
                            () -> Heap.run(host, "download", mega(DOWNLOAD), folder)));
            for (int i = 0; i < 5; i++) {
                floorPush(folder);
                Heap.run(host, "push", mega(PUSH), folder);
            }
            print(
                    PUSH + " MB audio in JSON with SHA-256",
                    InterleavedRounds.of(
                            2 * rounds + 1,
                            PUSH,
                            () -> floorPush(folder),
                            () -> Heap.run(host, "push", mega(PUSH), folder)));
        } finally {
            Heap.delete(folder);
        }
        System.exit(0);
    }

    private static void print(String what, InterleavedRounds ratios) {
        ratios.row("P6", what + ", time a MB (ns)", 1.10, Cost::wallNanos).print();
        ratios.row("", what + ", CPU a MB (ns)", 1.10, Cost::cpuNanos).print();
    }

    private static long mega(int bytes) {
        return bytes * 1_000_000L;
    }

    /** To a file, then digested: whoever wants to know what came has to read it again. */
    private static void floorDownload(Floor floor, Path folder) {
        try {
            Path file = folder.resolve("floor.wav");
            floor.client()
                    .send(
                            floor.request("/audio/" + mega(DOWNLOAD) + "/wav").build(),
                            HttpResponse.BodyHandlers.ofFile(file));
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[64 * 1024];
            try (var in = Files.newInputStream(file)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    digest.update(buffer, 0, read);
                }
            }
            digest.digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void floorPush(Path folder) {
        try (JsonParser parser = new JsonFactory().createParser(new AudioPush(mega(PUSH)));
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve("floor.ogg")))) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            OutputStream digested = new java.security.DigestOutputStream(out, digest);
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING && "data".equals(parser.currentName())) {
                    parser.readBinaryValue(digested);
                }
            }
            digest.digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
