package io.mostik.pbx.vcclive.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Names a delivery by a digest: short enough for any store, and without anything personal. */
final class DeliveryKey {

    private DeliveryKey() {}

    /** Returns the id of a transaction, unless it is blank, as where there is none yet. */
    static Optional<String> transaction(Payment payment) {
        return payment.transactionId().filter(id -> !id.isBlank());
    }

    static String of(String event, String... parts) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
            return "vcclive." + event + "." + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
