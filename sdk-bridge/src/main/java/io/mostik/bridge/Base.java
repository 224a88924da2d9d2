package io.mostik.bridge;

import io.mostik.core.Secret;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A program that asks the bridge for things: an infobase of 1C, a web shop, a script.
 *
 * @param name its name in the journal; intents and events belong to it
 * @param keys what it proves itself by; two while they are exchanged
 * @param may what it may ask for, by name: {@code cards.dismiss}; {@code cards.limit.*} for {@code cards.limit} and all
 *     below; {@code *} for everything; with {@code !} before it what it may not, which always wins. Nothing is allowed
 *     that is not named
 * @param organisations the organisations it may act for; empty for all
 * @param language the language of messages: {@code en}, {@code ru}, {@code hu} or {@code pl}
 * @param zone the zone of its dates and times, in both directions
 * @param charset the charset of request bodies that name none: UTF-8 or windows-1251
 */
public record Base(
        String name,
        List<Secret> keys,
        List<String> may,
        List<String> organisations,
        String language,
        ZoneId zone,
        Charset charset) {

    private static final Set<String> LANGUAGES = Set.of("en", "ru", "hu", "pl");
    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
    private static final int MOST_KEYS = 2;
    private static final String BELOW = ".*";

    /**
     * Checks the parts and puts the organisations into one spelling.
     *
     * @throws IllegalArgumentException if a part does not fit; its name is in the message
     */
    public Base {
        name = BridgeNames.key("base", name);
        keys = List.copyOf(keys);
        may = List.copyOf(may);
        organisations = organisations.stream().map(BridgeNames::reference).toList();
        Objects.requireNonNull(zone, "zone");
        if (name.contains(":")) {
            throw new IllegalArgumentException("base " + name + " must have no colon in its name");
        }
        if (keys.isEmpty() || keys.size() > MOST_KEYS) {
            throw new IllegalArgumentException("base " + name + " must have one key, or two while they are exchanged");
        }
        if (!LANGUAGES.contains(language)) {
            throw new IllegalArgumentException("base " + name + " must have the language en, ru, hu or pl");
        }
        if (!charset.equals(StandardCharsets.UTF_8) && !charset.equals(WINDOWS_1251)) {
            throw new IllegalArgumentException("base " + name + " must have the charset UTF-8 or windows-1251");
        }
    }

    /**
     * Returns a base with one key that may do everything for all organisations, and writes UTF-8.
     *
     * @param language {@code en}, {@code ru}, {@code hu} or {@code pl}
     */
    public static Base of(String name, Secret key, String language, ZoneId zone) {
        return new Base(name, List.of(key), List.of("*"), List.of(), language, zone, StandardCharsets.UTF_8);
    }

    /** Returns this base with other rights; see {@link #may}. */
    public Base limitedTo(String... rights) {
        return new Base(name, keys, List.of(rights), organisations, language, zone, charset);
    }

    /** Returns whether it may ask for an action, a read, or a signal by the name {@code signals.} and its own. */
    public boolean isAllowed(String asked) {
        return may.stream().anyMatch(right -> covers(right, asked))
                && may.stream().noneMatch(right -> right.startsWith("!") && covers(right.substring(1), asked));
    }

    private static boolean covers(String right, String asked) {
        if (right.endsWith(BELOW)) {
            String parent = right.substring(0, right.length() - BELOW.length());
            return asked.equals(parent) || asked.startsWith(parent + ".");
        }
        return right.equals("*") || right.equals(asked);
    }

    /** Returns whether it may act for an organisation. */
    public boolean isFor(String organisation) {
        return organisations.isEmpty() || organisations.contains(BridgeNames.reference(organisation));
    }
}
