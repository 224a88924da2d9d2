package io.mostik.core.http;

import io.mostik.core.Secret;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A header or a query parameter, open or hidden. */
record Field(String name, String value, Optional<Secret> secret) {

    /** Headers that the JDK's client sets by itself and lets nobody else set. */
    private static final Set<String> RESERVED = reserved("connection", "content-length", "expect", "host", "upgrade");

    /** Returns a header. */
    static Field open(String name, String value) {
        requireHeader(name);
        if (!isPrintable(value)) {
            throw new UnsendableException("header " + name + " must hold printable ASCII only");
        }
        return new Field(name, value, Optional.empty());
    }

    /** Returns a header whose value is never shown. */
    static Field hidden(String name, Secret secret) {
        requireHeader(name);
        if (!isPrintable(secret.reveal())) {
            throw new UnsendableException("the secret for the header " + name + " holds a character that is not ASCII:"
                    + " perhaps a letter of another alphabet that looks like a Latin one");
        }
        return new Field(name, secret.reveal(), Optional.of(secret));
    }

    /** Returns a query parameter whose value is never shown; it may hold any character, as it is encoded. */
    static Field query(String name, Secret secret) {
        if (!isPrintable(name) || name.isBlank()) {
            throw new UnsendableException("name of a query parameter must be printable ASCII");
        }
        return new Field(name, secret.reveal(), Optional.of(secret));
    }

    /** Something cannot travel in a header or a query. Its text names the field and never holds the value. */
    static final class UnsendableException extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        UnsendableException(String text) {
            super(text);
        }
    }

    private static Set<String> reserved(String... names) {
        Set<String> inAnyCase = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        inAnyCase.addAll(List.of(names));
        return inAnyCase;
    }

    private static void requireHeader(String name) {
        if (!isToken(name)) {
            throw new UnsendableException("name of a header must be plain ASCII: letters, digits and -_.~");
        }
        if (RESERVED.contains(name)) {
            throw new UnsendableException("header " + name + " is set by the HTTP client and cannot be set here");
        }
    }

    /** As RFC 9110 (5.6.2) has it. */
    private static boolean isToken(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 127 || "\"(),/:;<=>?@[\\]{}".indexOf(c) >= 0) {
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
