package io.mostik.core.http;

import io.mostik.core.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Adds credentials to requests. Always sends the credentials at once, never after a challenge. Thread-safe. */
public interface Authorizer {

    /**
     * Returns the request with credentials. May log in first, within the deadline of the request.
     *
     * @throws io.mostik.core.SdkException if there are none to be had; the request was not sent then
     */
    ApiRequest authorize(ApiRequest request);

    /**
     * Returns whether the vendor refused the request because its credentials had ended, and new ones have been got, so
     * that it makes sense to send it once more.
     */
    default boolean renewed(ApiRequest refused, ApiResponse answer) {
        return false;
    }

    /**
     * Returns how long the vendor will not be asked for new credentials, where it refused those of a request and they
     * were not {@linkplain #renewed renewed}; empty where that is not the reason.
     */
    default Optional<Duration> untilRenewal(ApiRequest refused, ApiResponse answer) {
        return Optional.empty();
    }

    /** Returns what identifies the credential: clients with equal values share the vendor's limits. */
    default Object identity() {
        return this;
    }

    /** Returns an authorizer that adds nothing. */
    static Authorizer none() {
        return request -> request;
    }

    /**
     * Returns an authorizer that sends {@code Authorization: Bearer}.
     *
     * @throws IllegalArgumentException if the token holds a character that is not ASCII, which no header carries
     */
    static Authorizer bearer(Secret token) {
        Objects.requireNonNull(token, "token");
        Secret header = bearerHeader(token);
        Field checked = Field.hidden("Authorization", header);
        List<Secret> hidden = List.of(header, token);
        return new FixedAuthorizer(token, request -> request.withChecked(checked, hidden));
    }

    /**
     * Returns an authorizer that sends {@code Authorization: Bearer} with a token that is asked for at each request, for tokens
     * that are rotated. Clients whose suppliers give the same token when the clients are made share the vendor's limits.
     */
    static Authorizer bearer(Supplier<Secret> token) {
        Objects.requireNonNull(token, "token");
        return new RotatingBearer(token);
    }

    /**
     * Returns an authorizer that sends {@code Authorization: Bearer} with a token that is asked for at each request.
     *
     * @param account what stays the same while tokens change; all clients with an equal one share the vendor's limits
     */
    static Authorizer bearer(Object account, Supplier<Secret> token) {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(token, "token");
        return new FixedAuthorizer(account, request -> bearer(token.get()).authorize(request));
    }

    /**
     * Returns an authorizer that sends {@code Authorization: Basic}.
     *
     * @throws IllegalArgumentException if the user holds a colon, which the scheme cannot carry
     */
    static Authorizer basic(String user, Secret password) {
        if (user.isBlank() || user.indexOf(':') >= 0) {
            throw new IllegalArgumentException("user must not be blank or hold a colon");
        }
        byte[] pair = (user + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
        Secret header = Secret.of("Basic " + Base64.getEncoder().encodeToString(pair));
        Secret encoded = Secret.of(Base64.getEncoder().encodeToString(pair));
        return new FixedAuthorizer(
                List.of(user, password),
                request -> request.withHeader("Authorization", header)
                        .hiding(encoded)
                        .hiding(password));
    }

    /**
     * Returns an authorizer that sends the secret in the header of this name.
     *
     * @throws IllegalArgumentException if the value holds a character that is not ASCII, or the name is no header's
     */
    static Authorizer header(String name, Secret value) {
        Field.hidden(name, value);
        return new FixedAuthorizer(value, request -> request.withHeader(name, value));
    }

    /**
     * Returns an authorizer that sends the secret in the query parameter of this name. The value is hidden wherever the request is
     * printed.
     */
    static Authorizer query(String name, Secret value) {
        return new FixedAuthorizer(value, request -> request.withQuery(name, value));
    }

    private static Secret bearerHeader(Secret token) {
        return Secret.of("Bearer " + token.reveal());
    }
}
