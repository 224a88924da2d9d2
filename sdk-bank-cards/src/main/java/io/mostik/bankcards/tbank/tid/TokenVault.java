package io.mostik.bankcards.tbank.tid;

import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Keeps token pairs in a {@link StateStore}, encrypted with AES-GCM by a key of the embedder's. A value that was moved to
 * another name, or changed, is not opened. Thread-safe.
 */
public final class TokenVault {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final JsonCodec JSON = JsonCodec.camelCase();

    private final StateStore store;
    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    private TokenVault(StateStore store, SecretKey key) {
        this.store = store;
        this.key = key;
    }

    /**
     * Returns a vault.
     *
     * @param store where the sealed pairs are kept
     * @param key an AES key of 16, 24 or 32 bytes; whoever loses it has to ask for consent again
     */
    public static TokenVault in(StateStore store, SecretKey key) {
        Objects.requireNonNull(store, "store");
        if (!Objects.requireNonNull(key, "key").getAlgorithm().equals("AES")) {
            throw new IllegalArgumentException("key must be an AES key");
        }
        return new TokenVault(store, key);
    }

    StateStore store() {
        return store;
    }

    static String nameOf(String company) {
        return "tbank/tid/" + company;
    }

    /** A pair with its version in the store. */
    record Kept(TokenPair pair, long version) {}

    Optional<Kept> find(String company) {
        return store.find(nameOf(company)).map(entry -> new Kept(open(entry), entry.version()));
    }

    boolean replace(String company, TokenPair pair, long expectedVersion) {
        return store.replace(nameOf(company), seal(nameOf(company), pair), expectedVersion, Optional.empty());
    }

    private String seal(String name, TokenPair pair) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("access", pair.accessToken().reveal());
        pair.refreshToken().ifPresent(token -> plain.put("refresh", token.reveal()));
        plain.put("expiresAt", pair.expiresAt().toString());
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, name).doFinal(JSON.write(plain));
            return Base64.getEncoder()
                    .encodeToString(ByteBuffer.allocate(nonce.length + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "token pair cannot be sealed: " + e.getClass().getSimpleName());
        }
    }

    private TokenPair open(StateStore.Entry entry) {
        try {
            ByteBuffer value = ByteBuffer.wrap(Base64.getDecoder().decode(entry.value()));
            byte[] nonce = new byte[NONCE_BYTES];
            value.get(nonce);
            byte[] sealed = new byte[value.remaining()];
            value.get(sealed);
            Json plain = JSON.read(
                    JsonType.of(Json.class),
                    cipher(Cipher.DECRYPT_MODE, nonce, entry.key()).doFinal(sealed));
            return new TokenPair(
                    Secret.of(plain.get("access").text().orElseThrow()),
                    plain.get("refresh").text().map(Secret::of),
                    Instant.parse(plain.get("expiresAt").text().orElseThrow()));
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new IllegalStateException("token pair under " + entry.key()
                    + " cannot be opened: another key, or another hand, wrote it ("
                    + e.getClass().getSimpleName()
                    + ")");
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String name) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    @Override
    public String toString() {
        return "TokenVault";
    }
}
