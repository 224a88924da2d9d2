package io.mostik.pbx.workflow;

import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonType;
import io.mostik.pbx.CallRecord;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a push says about a call as JSON that every store takes, whatever a sender put into it. */
final class PushJson {

    private static final JsonCodec JSON = JsonCodec.camelCase();
    private static final JsonType<CallRecord> CALL = JsonType.of(CallRecord.class);
    private static final JsonType<Json> ANY = JsonType.of(Json.class);
    private static final int MOST_ZEROS = 1_000;
    private static final int LARGEST_RAW = 64 * 1024;

    private PushJson() {}

    /** Returns the properties of a call that are there, without {@code raw}. */
    static Map<String, Object> fields(CallRecord call) {
        CallRecord plain = CallRecord.builder().from(call).raw(Json.of(null)).build();
        Map<String, Object> fields = new LinkedHashMap<>(JSON.fields(plain));
        fields.values().removeIf(value -> value == null || value.equals(List.of()));
        fields.remove("raw");
        return fields;
    }

    static Json write(CallRecord call) {
        return Json.of(storable(fields(call)));
    }

    static CallRecord read(Json stored, String raw) {
        CallRecord call = JSON.read(CALL, JSON.write(stored));
        return raw.isEmpty()
                ? call
                : CallRecord.builder()
                        .from(call)
                        .raw(JSON.read(ANY, raw.getBytes(StandardCharsets.UTF_8)))
                        .build();
    }

    /** Returns what came as text, empty if there is none or it is too long to be kept. */
    static String raw(CallRecord call) {
        String text = all(call);
        return text.length() <= LARGEST_RAW ? text : "";
    }

    static String digest(CallRecord call) {
        return sha256(new String(JSON.write(write(call)), StandardCharsets.UTF_8) + all(call));
    }

    private static String all(CallRecord call) {
        return call.raw()
                .value()
                .map(value -> new String(JSON.write(Json.of(storable(value))), StandardCharsets.UTF_8))
                .orElse("");
    }

    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    /** No store takes half a surrogate pair, and no writer a number with a million zeros. */
    private static @Nullable Object storable(@Nullable Object value) {
        if (value instanceof String text) {
            return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        }
        if (value instanceof BigDecimal number && Math.abs((long) number.scale()) > MOST_ZEROS) {
            return number.toString();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(each -> Json.of(storable(each))).toList();
        }
        if (value instanceof Json json) {
            return json.value().map(PushJson::storable).orElse(null);
        }
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((name, each) -> copy.put(String.valueOf(storable(String.valueOf(name))), Json.of(storable(each))));
        return copy;
    }
}
