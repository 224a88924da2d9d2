package io.mostik.core.http;

import io.mostik.core.Secret;
import java.util.Optional;

/** A header or a query parameter, open or hidden. */
record Field(String name, String value, Optional<Secret> secret) {

    Field {
        if (!isName(name)) {
            throw new IllegalArgumentException("name of a header or query parameter is not plain ASCII");
        }
    }

    static Field open(String name, String value) {
        if (!isPrintable(value)) {
            throw new IllegalArgumentException("header " + name + " must hold printable ASCII only");
        }
        return new Field(name, value, Optional.empty());
    }

    static Field hidden(String name, Secret secret) {
        return new Field(name, secret.reveal(), Optional.of(secret));
    }

    private static boolean isName(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 127 || c == ':') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean isPrintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 127) {
                return false;
            }
        }
        return true;
    }

    boolean isHidden() {
        return secret.isPresent();
    }

    @Override
    public String toString() {
        return name;
    }
}
