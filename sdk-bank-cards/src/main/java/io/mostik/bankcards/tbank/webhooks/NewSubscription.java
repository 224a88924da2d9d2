package io.mostik.bankcards.tbank.webhooks;

import io.mostik.core.Secret;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the bank is to report to. Without a proof of its own the bank signs nothing that can be checked: choose
 * {@link #bearer} or {@link #basic}.
 */
public final class NewSubscription {

    private static final int LONGEST_URL = 2_048;
    private static final int LONGEST_TEXT = 256;

    private final String url;
    private final String email;
    private final Optional<String> authType;
    private final Optional<Secret> authSecret;
    private final boolean hasSignature;

    private NewSubscription(
            String url, String email, Optional<String> authType, Optional<Secret> authSecret, boolean hasSignature) {
        this.url = url;
        this.email = email;
        this.authType = authType;
        this.authSecret = authSecret;
        this.hasSignature = hasSignature;
    }

    /**
     * Returns a subscription without proof.
     *
     * @param url where to report, https, at most 2048 characters
     * @param email whom the bank writes to when reporting fails, at most 256 characters
     */
    public static NewSubscription of(String url, String email) {
        if (!url.toLowerCase(Locale.ROOT).startsWith("https://") || url.length() > LONGEST_URL) {
            throw new IllegalArgumentException("url must be https and have at most " + LONGEST_URL + " characters");
        }
        if (email.isBlank() || email.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("email must have 1 to " + LONGEST_TEXT + " characters");
        }
        return new NewSubscription(url, email, Optional.empty(), Optional.empty(), false);
    }

    /** Returns this subscription, proven by {@code Authorization: Bearer} with this token. */
    public NewSubscription bearer(Secret token) {
        return proven("Bearer", token);
    }

    /**
     * Returns this subscription, proven by {@code Authorization: Basic}.
     *
     * @param secret what the bank is to send; whether it wants user and password or their encoded form is not documented
     */
    public NewSubscription basic(Secret secret) {
        return proven("Basic", secret);
    }

    /** Returns this subscription with the bank's own signature, whose form is not public. */
    public NewSubscription signed() {
        return new NewSubscription(url, email, authType, authSecret, true);
    }

    private NewSubscription proven(String type, Secret secret) {
        if (Objects.requireNonNull(secret, "secret").reveal().length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("secret must have at most " + LONGEST_TEXT + " characters");
        }
        return new NewSubscription(url, email, Optional.of(type), Optional.of(secret), hasSignature);
    }

    Optional<Secret> authSecret() {
        return authSecret;
    }

    /** Returns what goes over the wire, the secret in the clear. */
    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("url", url);
        body.put("email", email);
        body.put("hasSignature", hasSignature);
        authType.ifPresent(type -> body.put("authType", type));
        authSecret.ifPresent(secret -> body.put("authSecret", secret.reveal()));
        return body;
    }

    @Override
    public String toString() {
        return "NewSubscription[" + authType.orElse("no proof") + "]";
    }
}
