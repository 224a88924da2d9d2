package io.mostik.testing.remonline;

import io.mostik.testing.SimulatedClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The API keys, and the tokens that were bought with them. */
final class ApiKeys {

    static final String FIRST_KEY = "demo-remonline-key";

    private final SimulatedClock clock;
    private final SecureRandom random = new SecureRandom();
    private final Set<String> keys = new LinkedHashSet<>(Set.of(FIRST_KEY));
    private final Map<String, Token> tokens = new HashMap<>();
    private int logins;
    Duration tokenLife = Duration.ofMinutes(10);

    ApiKeys(SimulatedClock clock) {
        this.clock = clock;
    }

    void add(String key) {
        keys.add(key);
    }

    void revoke(String key) {
        keys.remove(key);
    }

    boolean holds(String key) {
        return keys.contains(key);
    }

    /** Returns a token of forty hex digits for a key that is held. */
    String login(String key) {
        logins++;
        byte[] bytes = new byte[20];
        random.nextBytes(bytes);
        String token = HexFormat.of().formatHex(bytes);
        tokens.put(token, new Token(key, clock.now().plus(tokenLife)));
        return token;
    }

    /** Returns the key behind a token that has not expired. */
    Optional<String> keyOf(String token) {
        return Optional.ofNullable(tokens.get(token))
                .filter(known -> clock.now().isBefore(known.expiresAt))
                .map(Token::key)
                .filter(this::holds);
    }

    void expireTokens() {
        tokens.clear();
    }

    int logins() {
        return logins;
    }

    private record Token(String key, Instant expiresAt) {}
}
