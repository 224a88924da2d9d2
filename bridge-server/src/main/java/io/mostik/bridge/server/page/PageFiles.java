package io.mostik.bridge.server.page;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The files of the page, read once; nothing else can be asked for. Immutable. */
final class PageFiles {

    private static final List<String> NAMES = List.of(
            "index.html",
            "bridge.css",
            "bridge.js",
            "decide.js",
            "dom.js",
            "parts.js",
            "settle.js",
            "texts.js",
            "wire.js",
            "icon.svg");

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    PageFiles() {
        NAMES.forEach(name -> files.put(name.equals("index.html") ? "/" : "/" + name, read("files/" + name)));
    }

    /** Answers with a file, and says whether there is one at this path. */
    boolean serve(HttpExchange exchange, String path) throws IOException {
        Optional<byte[]> file = Optional.ofNullable(files.get(path));
        if (file.isPresent()) {
            boolean silent = exchange.getRequestMethod().equals("HEAD");
            exchange.getResponseHeaders().set("Content-Type", mediaType(path));
            exchange.sendResponseHeaders(200, silent ? -1 : file.get().length);
            if (!silent) {
                exchange.getResponseBody().write(file.get());
            }
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

    private static byte[] read(String name) {
        try (InputStream file = Objects.requireNonNull(PageFiles.class.getResourceAsStream(name), name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
