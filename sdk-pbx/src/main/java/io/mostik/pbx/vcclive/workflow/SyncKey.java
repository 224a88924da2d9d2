package io.mostik.pbx.vcclive.workflow;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The id of a once-only write: the same key means another thing at another customer. Only its digest is stored. */
final class SyncKey {

    private SyncKey() {}

    static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    static String of(String customer, String key) {
        if (key.isBlank()) {
            throw new IllegalArgumentException("key must not be blank");
        }
        return customer + ":" + key.strip();
    }
}
