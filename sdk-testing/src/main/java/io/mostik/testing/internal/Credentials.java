package io.mostik.testing.internal;

import static java.util.Objects.requireNonNull;

import io.mostik.testing.RecordedRequest;
import java.util.Optional;

/** The user name and password that a vendor asks for, which a test may change. Thread-safe. */
public final class Credentials {

    private volatile Pair pair;

    /** Asks for these. */
    public Credentials(String username, String password) {
        pair = new Pair(username, password);
    }

    /** Asks for these from now on. */
    public void set(String username, String password) {
        pair = new Pair(requireNonNull(username, "username"), requireNonNull(password, "password"));
    }

    /** Returns the user name. */
    public String username() {
        return pair.username;
    }

    /** Returns the password. */
    public String password() {
        return pair.password;
    }

    /** Returns whether both are sent, and right, as HTTP Basic. */
    public boolean isBasicOf(RecordedRequest request) {
        return fit(request.basicUser(), request.basicPassword());
    }

    /** Returns whether both are there and right. */
    public boolean fit(Optional<String> username, Optional<String> password) {
        return Optional.of(pair).equals(username.flatMap(name -> password.map(secret -> new Pair(name, secret))));
    }

    private record Pair(String username, String password) {}
}
