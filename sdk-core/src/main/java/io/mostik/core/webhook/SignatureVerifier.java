package io.mostik.core.webhook;

import io.mostik.core.Secret;
import io.mostik.core.WebhookException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Decides whether a request comes from the vendor, by its raw bytes and before anything is parsed. */
@FunctionalInterface
public interface SignatureVerifier {

    /**
     * Lets a proven request pass.
     *
     * @throws WebhookException if it is not proven
     */
    void verify(WebhookRequest request);

    /**
     * Returns the check of an HMAC-SHA256 in lower-case hexadecimal.
     *
     * @param key the shared secret, used as UTF-8 bytes
     * @param signature where the signature stands
     * @param message what is signed
     */
    static SignatureVerifier hmacSha256(
            Secret key,
            Function<WebhookRequest, Optional<String>> signature,
            Function<WebhookRequest, Optional<String>> message) {
        return request -> {
            byte[] expected = HexFormat.of()
                    .formatHex(hmacSha256(key, message.apply(request).orElse("")))
                    .getBytes(StandardCharsets.UTF_8);
            byte[] received = signature.apply(request).orElse("").getBytes(StandardCharsets.UTF_8);
            refuseUnless(message.apply(request).isPresent() && MessageDigest.isEqual(expected, received));
        };
    }

    /** Returns the check of a key that the vendor sends along, in constant time. */
    static SignatureVerifier sharedKey(Secret key, Function<WebhookRequest, Optional<String>> received) {
        return request ->
                refuseUnless(received.apply(request).filter(key::matches).isPresent());
    }

    /** Returns the check of {@code Authorization: Basic}, in constant time. */
    static SignatureVerifier basic(String user, Secret password) {
        byte[] pair = (user + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
        Secret expected = Secret.of("Basic " + Base64.getEncoder().encodeToString(pair));
        return sharedKey(expected, request -> request.header("Authorization"));
    }

    /** Returns the check of {@code Authorization: Bearer}, in constant time. */
    static SignatureVerifier bearer(Secret token) {
        return sharedKey(Secret.of("Bearer " + token.reveal()), request -> request.header("Authorization"));
    }

    /** Returns the check that is content with either proof. */
    static SignatureVerifier anyOf(SignatureVerifier one, SignatureVerifier other) {
        return request -> {
            try {
                one.verify(request);
            } catch (WebhookException e) {
                other.verify(request);
            }
        };
    }

    /** Returns a proof that counts only for requests from these addresses; one whose address is not known is refused. */
    static SignatureVerifier onlyFrom(AddressRanges addresses, SignatureVerifier proof) {
        return request -> {
            if (request.remoteAddress().filter(addresses::contain).isEmpty()) {
                throw new WebhookException(WebhookException.Reason.UNVERIFIED, "comes from an address not allowed");
            }
            proof.verify(request);
        };
    }

    private static byte[] hmacSha256(Secret key, String message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
        }
    }

    private static void refuseUnless(boolean proven) {
        if (!proven) {
            throw new WebhookException(
                    WebhookException.Reason.UNVERIFIED, "signature, key or password is missing or wrong");
        }
    }
}
