package io.mostik.examples.onec;

import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonException;
import io.mostik.core.json.JsonType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** The flat JSON object of a 1C request. What is missing or wrong is named by its key. */
final class FlatRequest {

    private static final JsonCodec JSON = JsonCodec.builder().uniqueKeys().build();
    private static final Pattern GUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String EMPTY_REFERENCE = "00000000-0000-0000-0000-000000000000";
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u2009\\u202F]");
    private static final Pattern MONEY = Pattern.compile("[0-9]+([.,][0-9]{1,2})?");

    private final Json json;

    private FlatRequest(Json json) {
        this.json = json;
    }

    static FlatRequest read(String text) {
        try {
            Json json = JSON.read(JsonType.of(Json.class), text.getBytes(StandardCharsets.UTF_8));
            if (json.isObject()) {
                return new FlatRequest(json);
            }
        } catch (JsonException e) {
            throw new BadRequestException(400, "the body is not readable JSON: " + e.getMessage());
        }
        throw new BadRequestException(400, "the body must be one JSON object");
    }

    /** Returns the GUID of the document: the idempotency key of the task. */
    String document() {
        return guid(text("document"));
    }

    /** Returns a GUID in small letters; an empty reference names no document. */
    static String guid(String text) {
        String guid = text.strip().toLowerCase(Locale.ROOT);
        if (!GUID.matcher(guid).matches() || guid.equals(EMPTY_REFERENCE)) {
            throw new BadRequestException(400, "document must be the GUID of a document");
        }
        return guid;
    }

    Ucid card() {
        return Ucid.of(SPACES.matcher(text("card")).replaceAll(""));
    }

    /** Returns a sum, also if 1C wrote it for people: with a comma and with spaces that do not break. */
    BigDecimal sum() {
        String digits = SPACES.matcher(text("sum")).replaceAll("");
        if (!MONEY.matcher(digits).matches()) {
            throw new BadRequestException(400, "sum must be a number with at most two decimals");
        }
        return new BigDecimal(digits.replace(',', '.'));
    }

    /** Returns a text that must be there. */
    String text(String key) {
        return json.get(key)
                .text()
                .filter(text -> !text.isBlank())
                .map(String::strip)
                .orElseThrow(() -> new BadRequestException(400, key + " is missing"));
    }
}
