package io.mostik.testing.program;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a vendor draws at random: ids that are others where a state is played again. */
final class Renamed {

    private static final int SHORTEST = 8;

    private final Map<String, String> names = new LinkedHashMap<>();

    Map<String, String> names() {
        return Map.copyOf(names);
    }

    /** Compares an answer with the one of the first time. */
    void learn(byte[] first, byte[] again) {
        if (!Arrays.equals(first, again)) {
            SimJson.find(first).ifPresent(old -> SimJson.find(again).ifPresent(other -> compare(old, other)));
        }
    }

    private void compare(JsonNode old, JsonNode other) {
        if (old.isTextual() && other.isTextual()) {
            if (!old.equals(other) && old.textValue().length() >= SHORTEST) {
                names.put(old.textValue(), other.textValue());
            }
        } else if (old.isArray() && other.isArray()) {
            for (int i = 0; i < Math.min(old.size(), other.size()); i++) {
                compare(old.get(i), other.get(i));
            }
        } else if (old.isObject() && other.isObject()) {
            old.properties().forEach(each -> compare(each.getValue(), other.path(each.getKey())));
        }
    }

    String in(String text) {
        String changed = text;
        for (Map.Entry<String, String> each : names.entrySet()) {
            changed = changed.replace(each.getKey(), each.getValue());
        }
        return changed;
    }

    byte[] in(byte[] body) {
        return names.isEmpty() ? body : in(new String(body, UTF_8)).getBytes(UTF_8);
    }

    JsonNode in(JsonNode given) {
        return names.isEmpty() || given.isMissingNode()
                ? given
                : SimJson.read(in(given.toString()).getBytes(UTF_8));
    }
}
