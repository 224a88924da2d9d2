package io.mostik.bridge.server;

import io.mostik.core.Secret;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonException;
import io.mostik.core.json.JsonType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.net.ssl.SSLHandshakeException;

/**
 * Where the verbs find a running program: a file beside the settings that its user alone can read, with the address of the
 * page, a key for this run, and the certificates by which the program is known again.
 *
 * @param page the address of the page
 * @param gateway where programs ask; that of the page where there is no gateway
 * @param key of this run
 * @param certificates fingerprints of the certificates that page and gateway show; empty without TLS
 */
record LocalDoor(URI page, URI gateway, Secret key, Set<String> certificates) {

    private static final String FILE = "mostik-bridge.run";
    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final JsonCodec JSON = JsonCodec.camelCase();

    /** Writes the file. */
    static void open(Path config, LocalDoor door) {
        Path file = file(config);
        try {
            Path next = Files.createTempFile(file.toAbsolutePath().getParent(), FILE, ".new", private600());
            Files.write(
                    next,
                    JSON.write(Map.of(
                            "page",
                            door.page().toString(),
                            "gateway",
                            door.gateway().toString(),
                            "key",
                            door.key().reveal(),
                            "certificates",
                            door.certificates())));
            Files.move(next, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + FILE + " cannot be written beside the settings", e);
        }
    }

    /** Returns the door of a program that ran, which may have ended. */
    static Optional<LocalDoor> find(Path config) {
        try {
            Json json = JSON.read(JsonType.of(Json.class), Files.readAllBytes(file(config)));
            return Optional.of(new LocalDoor(
                    URI.create(json.get("page").text().orElse("")),
                    URI.create(json.get("gateway").text().orElse("")),
                    Secret.of(json.get("key").text().orElse("-")),
                    json.get("certificates").elements().stream()
                            .flatMap(each -> each.text().stream())
                            .collect(Collectors.toUnmodifiableSet())));
        } catch (IOException | JsonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Removes the file. */
    static void close(Path config) {
        try {
            boolean unused = Files.deleteIfExists(file(config));
        } catch (IOException e) {
            System.getLogger(LocalDoor.class.getName())
                    .log(System.Logger.Level.DEBUG, "the file of the verbs stays", e);
        }
    }

    static Secret newKey() {
        return Secret.of(UUID.randomUUID() + "-" + UUID.randomUUID());
    }

    /**
     * Asks the program; empty if it runs no more and left the file, and if somebody else has its port.
     *
     * @throws IllegalStateException if it took the request and gave no answer
     */
    Optional<HttpResponse<String>> send(HttpRequest request) {
        try {
            return Optional.of(client().send(request, BodyHandlers.ofString()));
        } catch (ConnectException | HttpConnectTimeoutException | SSLHandshakeException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the running program gave no answer; it may have done what was asked, see open and history", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Returns a client that reaches the program, and that nobody deceives who took its port. */
    HttpClient client() {
        HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(TO_CONNECT);
        return certificates.isEmpty()
                ? builder.build()
                : builder.sslContext(KnownCertificates.context(certificates)).build();
    }

    private static Path file(Path config) {
        return config.toAbsolutePath().resolveSibling(FILE);
    }

    /** Returns that only the owner may read a file, where the system has such rights. */
    static FileAttribute<?>[] private600() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Returns the body of a request. */
    static byte[] body(Map<String, ?> question) {
        return JSON.write(question);
    }

    /** Returns an answer as text. */
    static Json read(String text) {
        return JSON.read(JsonType.of(Json.class), text.getBytes(StandardCharsets.UTF_8));
    }
}
