package io.mostik.bankcards.tbank.tid;

import io.mostik.core.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A proof that whoever exchanges the code is whoever asked for the consent (RFC 7636, {@code S256}). Make one for each
 * consent, keep it with the {@code state}, and give it to {@link Tid#exchange(Secret, String, Pkce)}. The bank's pages do
 * not mention it; a client in public uses it. Immutable; prints nothing.
 */
public final class Pkce {

    private static final int BYTES = 32;

    private final Secret verifier;

    private Pkce(Secret verifier) {
        this.verifier = verifier;
    }

    /** Returns a new one that cannot be guessed. */
    public static Pkce random() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return new Pkce(Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(random)));
    }

    /**
     * Returns the one with this verifier, as it was kept between consent and exchange.
     *
     * @throws IllegalArgumentException unless it has 43 to 128 letters, digits, {@code -}, {@code .}, {@code _} or {@code ~}
     */
    public static Pkce of(Secret verifier) {
        if (!verifier.reveal().matches("[A-Za-z0-9._~-]{43,128}")) {
            throw new IllegalArgumentException("verifier must have 43 to 128 unreserved characters");
        }
        return new Pkce(verifier);
    }

    /** Returns what proves it; keep it as secret as a password until the code is exchanged. */
    public Secret verifier() {
        return verifier;
    }

    /** Returns what goes into the address of the consent. */
    public String challenge() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(verifier.reveal().getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "Pkce[***]";
    }
}
