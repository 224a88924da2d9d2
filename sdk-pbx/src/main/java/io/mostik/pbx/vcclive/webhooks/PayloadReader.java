package io.mostik.pbx.vcclive.webhooks;

import io.mostik.core.WebhookException;
import io.mostik.core.WebhookException.Reason;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonException;
import io.mostik.core.json.JsonType;
import io.mostik.core.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** Takes the parameters of an event out of a proven request: from its JSON body, decrypted if need be, or its query. */
final class PayloadReader {

    static final String IV = "iv";
    private static final JsonCodec JSON = JsonCodec.camelCase();
    private static final JsonType<Json> ANY = JsonType.of(Json.class);

    private final Set<String> notData;
    private final Optional<WebhookCipher> cipher;

    /**
     * Creates the reader.
     *
     * @param secretName the query parameter that holds the shared secret, and is no data
     */
    PayloadReader(String secretName, Optional<WebhookCipher> cipher) {
        this.notData = cipher.isPresent() ? Set.of(secretName, IV) : Set.of(secretName);
        this.cipher = cipher;
    }

    <T> T read(JsonType<T> type, WebhookRequest request) {
        return JSON.read(type, json(request));
    }

    byte[] json(WebhookRequest request) {
        if (request.method().equalsIgnoreCase("GET")) {
            return JSON.write(query(request));
        }
        byte[] content = body(request);
        if (cipher.isPresent()) {
            refuseGarbage(content);
        }
        return content;
    }

    /** The body as it was before the vendor encrypted it. */
    byte[] body(WebhookRequest request) {
        return cipher.map(used -> used.decrypt(request.query(IV), request.body()))
                .orElseGet(request::body);
    }

    /** A GET carries nothing that could be encrypted: letting it pass would be a way around the encryption. */
    Json query(WebhookRequest request) {
        refuseIfEncrypted();
        return QueryPayload.read(request.query(), notData);
    }

    void refuseIfEncrypted() {
        if (cipher.isPresent()) {
            throw new WebhookException(Reason.UNVERIFIED, "a GET is not encrypted, and encryption is required");
        }
    }

    Set<String> notData() {
        return notData;
    }

    /** Decryption has no check of its own: it is the JSON that shows whether key and vector were the right ones. */
    private static void refuseGarbage(byte[] decrypted) {
        try {
            JSON.read(ANY, decrypted);
        } catch (JsonException e) {
            String text = new String(decrypted, StandardCharsets.UTF_8).stripLeading();
            boolean begunWell = isText(text) && (text.startsWith("{") || text.startsWith("["));
            throw new WebhookException(
                    Reason.UNVERIFIED,
                    begunWell
                            ? "decrypted body is cut off, or was changed on the way"
                            : "decrypted body is no JSON: wrong key or initialisation vector");
        }
    }

    /** Whether it is text; a character cut in two at the very end is forgiven. */
    static boolean isText(String decoded) {
        int garbage = decoded.indexOf('\uFFFD');
        return garbage < 0 || garbage == decoded.length() - 1;
    }
}
