package io.mostik.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.mostik.core.http.ApiClient;
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
            downloads(host, folder, rounds);
            for (int i = 0; i < 5; i++) {
                floorPush(folder);
                Heap.run(host, "push", mega(PUSH), folder);
            }
            print(
                    PUSH + " MB audio in JSON with SHA-256",
                    1.10,
                    InterleavedRounds.of(
                            2 * rounds + 1,
                            PUSH,
                            () -> floorPush(folder),
                            () -> Heap.run(host, "push", mega(PUSH), folder),
                            () -> Heap.empty(folder)));
        } finally {
            Heap.delete(folder);
        }
        System.exit(0);
    }

    /** To new files each time, as downloads go: writing over an old one in place would cost the floor half as much. */
    private static void downloads(String host, Path folder, int rounds) {
        Floor floor = new Floor(host);
        try (ApiClient client = Heap.client(host)) {
            Runnable sdk = () -> Heap.download(client, mega(DOWNLOAD), folder);
            Runnable checked = () -> digest(floorDownload(floor, folder));
            Runnable bare = () -> floorDownload(floor, folder);
            Runnable clean = () -> Heap.empty(folder);
            InterleavedRounds.of(2, DOWNLOAD, checked, sdk, clean);
            String what = DOWNLOAD + " MB download with SHA-256";
            print(what, 1.10, InterleavedRounds.of(rounds, DOWNLOAD, checked, sdk, clean));
            what += ", floor without";
            print(what, 1.25, InterleavedRounds.of(rounds, DOWNLOAD, bare, sdk, clean));
        }
    }

    private static void print(String what, double atMost, InterleavedRounds ratios) {
        ratios.row("P6", what + ", time a MB (ns)", atMost, Cost::wallNanos).print();
        ratios.row("", what + ", CPU a MB (ns)", atMost, Cost::cpuNanos).print();
    }

    private static long mega(int bytes) {
        return bytes * 1_000_000L;
    }

    private static Path floorDownload(Floor floor, Path folder) {
        try {
            Path file = folder.resolve("floor.wav");
            floor.client()
                    .send(
                            floor.request("/audio/" + mega(DOWNLOAD) + "/wav").build(),
                            HttpResponse.BodyHandlers.ofFile(file));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads the file again: whoever wants to know what came has to. */
    private static void digest(Path file) {
        byte[] buffer = new byte[64 * 1024];
        try (var in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            digest.digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void floorPush(Path folder) {
        try (JsonParser parser = new JsonFactory().createParser(new AudioPush(mega(PUSH)));
                OutputStream out = new BufferedOutputStream(
                        Files.newOutputStream(Files.createTempFile(folder, "floor", ".ogg")))) {
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
