package io.mostik.spring.boot;

import io.mostik.core.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;

/**
 * Takes a secret from the text of a property, and notes it as a value that no endpoint may show. Never fails: Spring would print
 * the text in the failure. What can be no secret counts as not set, which {@link Needed} reports by the property's name.
 */
final class SecretConverter implements Converter<String, Secret> {

    private final KnownSecrets known;

    SecretConverter(KnownSecrets known) {
        this.known = known;
    }

    @Override
    public @Nullable Secret convert(String text) {
        String value = text.strip();
        if (value.isEmpty() || value.chars().anyMatch(Character::isISOControl)) {
            return null;
        }
        Secret secret = Secret.of(value);
        known.add(secret);
        return secret;
    }
}
