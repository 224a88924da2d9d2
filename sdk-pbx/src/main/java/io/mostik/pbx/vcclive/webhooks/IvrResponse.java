package io.mostik.pbx.vcclive.webhooks;

import io.mostik.core.json.JsonCodec;
import io.mostik.core.webhook.WebhookReply;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;

/**
 * What an IVR step gets: variables, or one text. Its type tells the vendor how to read it. Smaller than 4 KB: the
 * vendor's own limit is not public. Prints its type only. Immutable.
 */
public final class IvrResponse {

    private static final int LIMIT = 4_096;
    private static final JsonCodec JSON = JsonCodec.camelCase();

    private final String contentType;
    private final String body;

    private IvrResponse(String contentType, String body) {
        if (body.getBytes(StandardCharsets.UTF_8).length >= LIMIT) {
            throw new IllegalArgumentException("answer must be smaller than " + LIMIT + " bytes");
        }
        this.contentType = contentType;
        this.body = body;
    }

    /**
     * Returns variables as JSON.
     *
     * @param variables texts and numbers by name; nothing nested
     */
    public static IvrResponse json(Map<String, ?> variables) {
        variables.forEach((name, value) -> {
            if (!(value instanceof String) && !(value instanceof Number)) {
                throw new IllegalArgumentException("variable " + name + " must be a text or a number");
            }
        });
        byte[] written = JSON.write(new LinkedHashMap<>(variables));
        return new IvrResponse("application/json", new String(written, StandardCharsets.UTF_8));
    }

    /**
     * Returns variables as lines of name and value.
     *
     * @param variables texts of one line by name
     */
    public static IvrResponse ini(Map<String, String> variables) {
        return new IvrResponse(
                "text/x-ini",
                variables.entrySet().stream().map(IvrResponse::line).collect(Collectors.joining("\n")));
    }

    /** Returns a text, all of which goes into one variable. */
    public static IvrResponse text(String text) {
        return new IvrResponse("text/plain", text);
    }

    private static String line(Entry<String, String> variable) {
        String line = variable.getKey() + "=" + variable.getValue();
        boolean broken = variable.getKey().isBlank()
                || variable.getKey().indexOf('=') >= 0
                || line.chars().anyMatch(Character::isISOControl);
        if (broken) {
            throw new IllegalArgumentException(
                    "variables must have names without '=', and names and values of one line");
        }
        return line;
    }

    WebhookReply toReply() {
        return new WebhookReply(200, contentType + "; charset=utf-8", body);
    }

    @Override
    public String toString() {
        return "IvrResponse[" + contentType + "]";
    }
}
