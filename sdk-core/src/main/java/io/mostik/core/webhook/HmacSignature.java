package io.mostik.core.webhook;

import io.mostik.core.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How a vendor signs its webhooks with a shared secret: by default HMAC-SHA256 over the bytes of the body, in lower-case
 * hexadecimal; upper-case digits are accepted. Checks what comes, and signs requests for tests. Immutable and thread-safe.
 *
 * <pre>{@code
 * HmacSignature shop = HmacSignature.of(secret).header("X-Shop-Signature").base64();
 * WebhookRequest signed = shop.sign(request);   // for tests of your own receiver
 * }</pre>
 */
public final class HmacSignature {

    private static final byte[] NOTHING = {};

    private final Secret key;
    private final Recipe recipe;

    private record Recipe(
            String algorithm,
            String header,
            String prefix,
            boolean base64,
            Optional<Function<WebhookRequest, Optional<String>>> id) {}

    private HmacSignature(Secret key, Recipe recipe) {
        this.key = key;
        this.recipe = recipe;
    }

    /** Returns the signature with this key, used as UTF-8 bytes, in the header {@code X-Signature}. */
    public static HmacSignature of(Secret key) {
        return new HmacSignature(
                Objects.requireNonNull(key, "key"),
                new Recipe("HmacSHA256", "X-Signature", "", false, Optional.empty()));
    }

    /** Returns this signature with another algorithm, such as {@code HmacSHA1}. */
    public HmacSignature algorithm(String name) {
        return new HmacSignature(key, new Recipe(name, recipe.header, recipe.prefix, recipe.base64, recipe.id));
    }

    /** Returns this signature in another header. */
    public HmacSignature header(String name) {
        return new HmacSignature(key, new Recipe(recipe.algorithm, name, recipe.prefix, recipe.base64, recipe.id));
    }

    /** Returns this signature behind a word, such as {@code sha256=}. */
    public HmacSignature prefix(String text) {
        return new HmacSignature(key, new Recipe(recipe.algorithm, recipe.header, text, recipe.base64, recipe.id));
    }

    /** Returns this signature in Base64 instead of hexadecimal. */
    public HmacSignature base64() {
        return new HmacSignature(key, new Recipe(recipe.algorithm, recipe.header, recipe.prefix, true, recipe.id));
    }

    /**
     * Returns this signature over an id instead of the body. The rest of the body is not proven then: it is a hint, and the
     * id is what tells the event from others.
     *
     * @param id finds the id, such as {@code request -> request.jsonText("id")}
     */
    public HmacSignature overId(Function<WebhookRequest, Optional<String>> id) {
        return new HmacSignature(
                key, new Recipe(recipe.algorithm, recipe.header, recipe.prefix, recipe.base64, Optional.of(id)));
    }

    /** Returns the signature of a message. */
    public String of(byte[] message) {
        byte[] code = code(message);
        return recipe.prefix
                + (recipe.base64
                        ? Base64.getEncoder().encodeToString(code)
                        : HexFormat.of().formatHex(code));
    }

    /** Returns a request signed, as the vendor would send it. */
    public WebhookRequest sign(WebhookRequest request) {
        byte[] message = message(request, recipe.id.flatMap(find -> find.apply(request)))
                .orElseThrow(() -> new IllegalArgumentException("the request has nothing that could be signed"));
        return request.withHeader(recipe.header, of(message));
    }

    boolean isOverId() {
        return recipe.id.isPresent();
    }

    Secret key() {
        return key;
    }

    /** Returns what is proven; empty if the signature is missing or wrong, or there is nothing signed. */
    Optional<WebhookProof> verify(WebhookRequest request) {
        Optional<String> id = recipe.id.flatMap(find -> find.apply(request));
        Optional<byte[]> message = message(request, id);
        byte[] received = received(request.header(recipe.header).orElse(""));
        boolean right = MessageDigest.isEqual(code(message.orElse(new byte[0])), received);
        return right && message.filter(bytes -> bytes.length > 0).isPresent()
                ? Optional.of(new WebhookProof(id))
                : Optional.empty();
    }

    /** Hexadecimal in either case means the same bytes. */
    private byte[] received(String header) {
        if (!header.regionMatches(true, 0, recipe.prefix, 0, recipe.prefix.length())) {
            return NOTHING;
        }
        String code = header.substring(recipe.prefix.length());
        try {
            return recipe.base64
                    ? Base64.getDecoder().decode(code)
                    : HexFormat.of().parseHex(code);
        } catch (IllegalArgumentException e) {
            return NOTHING;
        }
    }

    private Optional<byte[]> message(WebhookRequest request, Optional<String> id) {
        return isOverId() ? id.map(text -> text.getBytes(StandardCharsets.UTF_8)) : Optional.of(request.body());
    }

    private byte[] code(byte[] message) {
        try {
            Mac mac = Mac.getInstance(recipe.algorithm);
            mac.init(new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), recipe.algorithm));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("algorithm " + recipe.algorithm + " is not known to this Java", e);
        }
    }

    @Override
    public String toString() {
        return "HmacSignature[" + recipe.algorithm + ", " + recipe.header + "]";
    }
}
