package io.mostik.salesautopilot.internal;

import io.mostik.core.StateStore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names for what is kept in the store, made of numbers and words of others, which may be long. */
public final class Keys {

    private static final int LEGIBLE = 100;

    private Keys() {}

    /** Returns the key itself, or where it is too long for a store its beginning and its digest. */
    public static String fitting(String key) {
        return key.length() <= StateStore.LONGEST_KEY ? key : key.substring(0, LEGIBLE) + "#" + digest(key);
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
