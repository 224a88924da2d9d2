package io.mostik.core.http;

import io.mostik.core.Secret;
import java.util.Optional;

/** A header or a query parameter, open or hidden. */
record Field(String name, String value, Optional<Secret> secret) {

    Field {
        if (name.isEmpty() || name.chars().anyMatch(c -> c <= ' ' || c >= 127 || c == ':')) {
            throw new IllegalArgumentException("name of a header or query parameter is not plain ASCII");
        }
    }

    static Field open(String name, String value) {
        if (value.chars().anyMatch(c -> Character.isISOControl(c) || c >= 127)) {
            throw new IllegalArgumentException("header " + name + " must hold printable ASCII only");
        }
        return new Field(name, value, Optional.empty());
    }

    static Field hidden(String name, Secret secret) {
        return new Field(name, secret.reveal(), Optional.of(secret));
    }

    boolean isHidden() {
        return secret.isPresent();
    }

    @Override
    public String toString() {
        return name;
    }
}
