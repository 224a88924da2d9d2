package io.mostik.testing.vcclive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.mostik.testing.OutgoingWebhook;
import io.mostik.testing.internal.PhpParameters;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How a customer set up a webhook: verb, address with placeholders, encryption. A fresh initialisation vector is made for
 * each message if the address contains <code>${iv}</code>; else it is all zeros. Immutable.
 */
public final class VccHook {

    private static final String IV = "${iv}";

    private final String method;
    private final String url;
    private final Optional<BodyEncryption> encryption;
    private final Supplier<byte[]> vectors;

    private VccHook(String method, String url, Optional<BodyEncryption> encryption, Supplier<byte[]> vectors) {
        this.method = method;
        this.url = url;
        this.encryption = encryption;
        this.vectors = vectors;
    }

    /** Returns a webhook that is posted in plain; the address may hold <code>${iv}</code>. */
    public static VccHook post(String url) {
        return new VccHook("POST", requireNonNull(url, "url"), Optional.empty(), VccHook::random);
    }

    /** Returns the same webhook with another verb: {@code POST}, {@code PUT}, or {@code GET} with everything in the URL. */
    public VccHook method(String verb) {
        return new VccHook(verb, url, encryption, vectors);
    }

    /** Returns the same webhook with a shared secret in the URL, under the name {@code secret-key}. */
    public VccHook secretKey(String value) {
        String parameter = PhpParameters.encode(Map.of("secret-key", value));
        return new VccHook(method, url + (url.contains("?") ? "&" : "?") + parameter, encryption, vectors);
    }

    /** Returns the same webhook with its body encrypted: {@code aes-128}, 192 or 256, {@code -ctr} or {@code -cbc}. */
    public VccHook encrypted(String cipher, String secretKey) {
        return new VccHook(method, url, Optional.of(new BodyEncryption(cipher, secretKey)), vectors);
    }

    /** Returns the same webhook with a given initialisation vector of 16 bytes in place of random ones. */
    public VccHook iv(byte[] vector) {
        byte[] fixed = vector.clone();
        return new VccHook(method, url, encryption, fixed::clone);
    }

    boolean isEncrypted() {
        return encryption.isPresent();
    }

    OutgoingWebhook toHook(byte[] json, Map<String, ?> parameters) {
        boolean random = url.contains(IV);
        byte[] vector = random ? vectors.get() : new byte[16];
        String address = url.replace(IV, HexFormat.of().formatHex(vector));
        if (method.equals("GET")) {
            String query = PhpParameters.encode(parameters);
            return OutgoingWebhook.get(URI.create(address + (address.contains("?") ? "&" : "?") + query));
        }
        byte[] body = encryption
                .map(cipher -> cipher.encrypt(json, vector).getBytes(UTF_8))
                .orElse(json);
        String contentType = encryption.isPresent() ? "text/plain" : "application/json";
        return new OutgoingWebhook(method, URI.create(address), Map.of("Content-Type", contentType), body);
    }

    private static byte[] random() {
        byte[] vector = new byte[16];
        new SecureRandom().nextBytes(vector);
        return vector;
    }
}
