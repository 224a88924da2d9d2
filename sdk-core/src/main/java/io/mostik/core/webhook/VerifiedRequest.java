package io.mostik.core.webhook;

import io.mostik.core.WebhookException;
import io.mostik.core.WebhookException.Reason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A request that is proven.
 *
 * @param request the whole request
 * @param proof what is proven of it
 * @param event what it says; empty if it cannot be read
 * @param trouble why it cannot be read or remembered, without content
 * @param id what tells it from others; empty if it does not say so
 */
record VerifiedRequest<E>(
        WebhookRequest request, WebhookProof proof, Optional<E> event, String trouble, Optional<String> id) {

    WebhookException unreadable() {
        return new WebhookException(Reason.UNREADABLE, trouble);
    }

    /** Returns the id, or one made of all that came. */
    String idOrDigest() {
        return id.orElseGet(this::digest);
    }

    private String digest() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(request.query().toString().getBytes(StandardCharsets.UTF_8));
            return "unreadable-" + HexFormat.of().formatHex(sha.digest(request.body()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
