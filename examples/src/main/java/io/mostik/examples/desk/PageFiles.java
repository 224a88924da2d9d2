package io.mostik.examples.desk;

import com.sun.net.httpserver.HttpExchange;
import io.mostik.core.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of the page, read once; nothing else can be asked for. Immutable. */
final class PageFiles {

    private static final String TOKEN = "{{token}}";

    private final Map<String, byte[]> files;

    PageFiles(Secret token) {
        this(
                token,
                "page/",
                Stream.of(
                        "index.html",
                        "desk.css",
                        "desk.js",
                        "dom.js",
                        "texts.js",
                        "wire.js",
                        "phone.js",
                        "cards.js",
                        "systems.js",
                        "icon.svg"));
    }

    PageFiles(Secret token, String folder, Stream<String> names) {
        this.files = names.collect(Collectors.toUnmodifiableMap(
                name -> name.equals("index.html") ? "/" : "/" + name,
                ((Function<String, String>) name -> read(folder + name))
                        .andThen(text -> text.replace(TOKEN, token.reveal()).getBytes(StandardCharsets.UTF_8))));
    }

    /** Answers with a file, and says whether there is one at this path. */
    boolean serve(HttpExchange exchange, String path) throws IOException {
        Optional<byte[]> file = Optional.ofNullable(files.get(path));
        if (file.isPresent()) {
            exchange.getResponseHeaders().set("Content-Type", mediaType(path));
            exchange.sendResponseHeaders(200, file.get().length);
            exchange.getResponseBody().write(file.get());
        }
        return file.isPresent();
    }

    private static String mediaType(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "svg" -> "image/svg+xml";
            default -> "text/html; charset=utf-8";
        };
    }

    private static String read(String name) {
        try (InputStream file = Objects.requireNonNull(PageFiles.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
