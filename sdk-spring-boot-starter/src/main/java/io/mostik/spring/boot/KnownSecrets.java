package io.mostik.spring.boot;

import io.mostik.core.Secret;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The secrets that properties were bound to. */
final class KnownSecrets {

    private static final int SHORTEST_PART = 6;

    private final Set<Secret> secrets = ConcurrentHashMap.newKeySet();

    void add(Secret secret) {
        secrets.add(secret);
    }

    /** Returns whether a text is one of them, or holds one that is long enough not to be there by chance. */
    boolean isIn(String text) {
        return secrets.stream()
                .map(Secret::reveal)
                .anyMatch(secret -> text.equals(secret) || (secret.length() >= SHORTEST_PART && text.contains(secret)));
    }
}
