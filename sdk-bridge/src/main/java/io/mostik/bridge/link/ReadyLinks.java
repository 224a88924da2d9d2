package io.mostik.bridge.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The links that come with the bridge: files to copy and to change. Each says in its first lines what to change. */
public final class ReadyLinks {

    private static final List<String> NAMES = List.of(
            "newsletter-to-calls",
            "disposition-to-newsletter",
            "order-to-shop",
            "missed-call-to-lead",
            "invoice-to-order",
            "dismissal-to-cards");

    private ReadyLinks() {}

    /** Returns their names. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * Returns the text of one, YAML in UTF-8.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public static String text(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("no ready link " + name);
        }
        try (InputStream file = ReadyLinks.class.getResourceAsStream(name + ".yaml")) {
            if (file == null) {
                throw new IllegalStateException(name + ".yaml is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
