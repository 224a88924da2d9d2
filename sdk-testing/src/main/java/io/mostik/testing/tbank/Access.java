package io.mostik.testing.tbank;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.Set;

/** The token that opens the bank's hosts, and what it may do. Thread-safe. */
final class Access {

    private final Set<String> withdrawn = new HashSet<>();
    private String token = "t.demo-token";

    synchronized String token() {
        return token;
    }

    synchronized void token(String newToken) {
        token = requireNonNull(newToken, "newToken");
    }

    synchronized boolean isToken(String candidate) {
        return token.equals(candidate);
    }

    synchronized void withdraw(String scope) {
        withdrawn.add(requireNonNull(scope, "scope"));
    }

    synchronized boolean covers(String scope) {
        return !withdrawn.contains(scope);
    }
}
