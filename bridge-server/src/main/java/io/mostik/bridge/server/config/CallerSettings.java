package io.mostik.bridge.server.config;

import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/**
 * A calling program, such as a base of 1C.
 *
 * @param keys one, or two while they are rotated
 * @param may names of actions, with {@code *} at the end for all that begin so and {@code !} in front for what is taken out
 * @param organisations whose documents it may send; empty for all
 * @param language of the messages: {@code en}, {@code ru}, {@code hu} or {@code pl}
 * @param charset of requests that name none
 */
public record CallerSettings(
        String name,
        List<SecretSetting> keys,
        List<String> may,
        List<String> organisations,
        String language,
        ZoneId zone,
        Charset charset) {

    /** Checks that no part is missing. */
    public CallerSettings {
        Objects.requireNonNull(name, "name");
        keys = List.copyOf(keys);
        may = List.copyOf(may);
        organisations = List.copyOf(organisations);
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(charset, "charset");
    }
}
