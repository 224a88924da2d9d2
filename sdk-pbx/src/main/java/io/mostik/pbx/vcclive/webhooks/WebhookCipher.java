package io.mostik.pbx.vcclive.webhooks;

import io.mostik.core.Secret;
import io.mostik.core.WebhookException;
import io.mostik.core.WebhookException.Reason;
import io.mostik.core.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * How the bodies of webhooks are encrypted. Secrecy only: nothing proves that a body was not changed on the way, so a
 * shared secret is needed besides. Immutable and thread-safe.
 */
public final class WebhookCipher {

    private static final Pattern NAME = Pattern.compile("aes-(128|192|256)-(ctr|cbc)");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int BLOCK = 16;

    private final String transformation;
    private final SecretKeySpec key;
    private final boolean ivRequired;

    private WebhookCipher(String transformation, SecretKeySpec key, boolean ivRequired) {
        this.transformation = transformation;
        this.key = key;
        this.ivRequired = ivRequired;
    }

    /**
     * Returns a cipher.
     *
     * @param name as in the vendor's list: {@code aes-128-ctr}, {@code aes-256-cbc} and so on
     * @param key the secret key as typed in there; used as raw bytes, a short one filled up with zero bytes and a long
     *     one cut, as PHP does
     * @throws IllegalArgumentException if the cipher is not known
     */
    public static WebhookCipher of(String name, Secret key) {
        Matcher parts = NAME.matcher(Objects.requireNonNull(name, "name").toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            throw new IllegalArgumentException("cipher must be aes-128, aes-192 or aes-256 with -ctr or -cbc");
        }
        int length = Integer.parseInt(parts.group(1)) / Byte.SIZE;
        byte[] bytes = Arrays.copyOf(key.reveal().getBytes(StandardCharsets.UTF_8), length);
        String transformation = parts.group(2).equals("ctr") ? "AES/CTR/NoPadding" : "AES/CBC/PKCS5Padding";
        return new WebhookCipher(transformation, new SecretKeySpec(bytes, "AES"), false);
    }

    /** Returns this cipher refusing bodies without an initialisation vector of their own; accepted by default. */
    public WebhookCipher requiringIv() {
        return new WebhookCipher(transformation, key, true);
    }

    /**
     * Returns a request encrypted as the vendor encrypts, with a fresh initialisation vector in the parameter {@code iv};
     * for tests of your own receiver.
     *
     * @param request a request whose body is an event in JSON, the shared secret in its query
     */
    public WebhookRequest encrypt(WebhookRequest request) {
        byte[] vector = new byte[BLOCK];
        new SecureRandom().nextBytes(vector);
        byte[] body = Base64.getEncoder().encode(crypt(Cipher.ENCRYPT_MODE, vector, request.body()));
        return request.withQuery(PayloadReader.IV, HexFormat.of().formatHex(vector))
                .withBody(body);
    }

    /**
     * Returns what was encrypted, or garbage where the key is another.
     *
     * @param iv the vector in hexadecimal; where none is sent, the vendor uses zero bytes
     * @param body BASE64; line breaks are accepted
     * @throws WebhookException if vector or body cannot be what the vendor made
     */
    byte[] decrypt(Optional<String> iv, byte[] body) {
        byte[] vector = vector(iv);
        byte[] encrypted = base64(body);
        if (transformation.startsWith("AES/CBC") && encrypted.length % BLOCK != 0) {
            throw new WebhookException(Reason.UNREADABLE, "encrypted body is cut off: no whole number of blocks");
        }
        return crypt(Cipher.DECRYPT_MODE, vector, encrypted);
    }

    private byte[] crypt(int mode, byte[] vector, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance(transformation);
            cipher.init(mode, key, new IvParameterSpec(vector));
            return cipher.doFinal(text);
        } catch (BadPaddingException e) {
            throw new WebhookException(Reason.UNVERIFIED, "body does not decrypt: wrong key or initialisation vector");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES is part of every JDK", e);
        }
    }

    private byte[] vector(Optional<String> iv) {
        if (iv.isEmpty()) {
            if (ivRequired) {
                throw new WebhookException(Reason.UNVERIFIED, "parameter iv is missing, and required");
            }
            return new byte[BLOCK];
        }
        try {
            byte[] vector = HexFormat.of().parseHex(iv.get());
            if (vector.length == BLOCK) {
                return vector;
            }
        } catch (IllegalArgumentException e) {
            throw new WebhookException(Reason.UNREADABLE, "parameter iv is not hexadecimal");
        }
        throw new WebhookException(Reason.UNREADABLE, "parameter iv has not 16 bytes");
    }

    private static byte[] base64(byte[] body) {
        String text =
                SPACE.matcher(new String(body, StandardCharsets.ISO_8859_1)).replaceAll("");
        if (text.isEmpty()) {
            throw new WebhookException(Reason.UNREADABLE, "encrypted body is empty");
        }
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new WebhookException(Reason.UNREADABLE, "encrypted body is not BASE64, or cut off");
        }
    }

    /** Names the cipher, and nothing of the key. */
    @Override
    public String toString() {
        return "WebhookCipher[" + transformation + "]";
    }
}
