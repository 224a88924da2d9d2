package io.mostik.spring.boot;

import java.util.List;
import java.util.Locale;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;

/**
 * Hides credentials in {@code /actuator/env} and {@code /actuator/configprops}, also where an application shows all other
 * values: whatever has the name of a credential of ours, and whatever value a credential was read from.
 */
final class SecretSanitizer implements SanitizingFunction {

    private static final List<String> ENDINGS = List.of("key", "token", "secret", "password", "username");

    private final KnownSecrets known;

    SecretSanitizer(KnownSecrets known) {
        this.known = known;
    }

    @Override
    public SanitizableData apply(SanitizableData data) {
        Object value = data.getValue();
        boolean isSecret = value != null && (hasNameOfOurs(data.getKey()) || known.isIn(value.toString()));
        return isSecret ? data.withValue(SanitizableData.SANITIZED_VALUE) : data;
    }

    private static boolean hasNameOfOurs(String key) {
        String name = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return name.startsWith("mostik") && ENDINGS.stream().anyMatch(name::endsWith);
    }
}
