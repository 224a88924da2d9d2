package io.mostik.core;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Function;

/**
 * Advice by code, in English, Russian, Hungarian and Polish: what to do next after a failure. The core has its own; a
 * vendor adds what it knows of its codes ({@code ErrorDecoder.hints()}). Callers read the result as
 * {@link SdkException#hint(Locale)}. Thread-safe.
 */
@FunctionalInterface
public interface ErrorHints {

    /**
     * Returns the advice for a code.
     *
     * @param key such as {@code code.INVALID_DATA} or {@code status.403}
     * @param locale the reader's language; English if there are no texts in it
     */
    Optional<String> find(String key, Locale locale);

    /** Returns hints without any advice. */
    static ErrorHints none() {
        return (key, locale) -> Optional.empty();
    }

    /**
     * Returns the hints of a bundle of texts. The language of the JVM plays no part.
     *
     * @param bundles loads the bundle, as {@code locale -> ResourceBundle.getBundle("com.example.hints", locale)};
     *     called from the module that holds it
     */
    static ErrorHints in(Function<Locale, ResourceBundle> bundles) {
        Set<String> translated = Set.of("ru", "hu", "pl");
        return (key, locale) -> {
            String language = locale.getLanguage();
            ResourceBundle texts =
                    bundles.apply(translated.contains(language) ? Locale.forLanguageTag(language) : Locale.ROOT);
            return texts.containsKey(key) ? Optional.of(texts.getString(key)) : Optional.empty();
        };
    }
}
