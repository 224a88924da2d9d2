package io.mostik.testing.bitrix24;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.internal.JsonObject;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Filter, order and page of a list: the prefixes {@code >= > <= < @} and none. */
final class ItemFilter {

    private static final int PAGE = 50;

    private ItemFilter() {}

    static List<JsonObject> page(Collection<JsonObject> all, JsonNode body) {
        List<JsonObject> found = new ArrayList<>();
        for (JsonObject row : all) {
            if (body.path("filter").properties().stream().allMatch(each -> matches(row, each))) {
                found.add(row);
            }
        }
        List<Map.Entry<String, JsonNode>> order =
                new ArrayList<>(body.path("order").properties());
        found.sort((one, other) -> {
            for (Map.Entry<String, JsonNode> by : order) {
                int compared = compare(text(one, by.getKey()), text(other, by.getKey()));
                if (compared != 0) {
                    return by.getValue().asText().equals("DESC") ? -compared : compared;
                }
            }
            return 0;
        });
        return found.stream()
                .skip(Math.max(0, body.path("start").asLong()))
                .limit(PAGE)
                .map(row -> selected(row, body.path("select")))
                .toList();
    }

    private static JsonObject selected(JsonObject row, JsonNode select) {
        if (select.isEmpty()) {
            return row;
        }
        JsonObject some = new JsonObject();
        select.forEach(name -> some.withAny(name.asText(), Optional.ofNullable(row.get(name.asText()))));
        return some;
    }

    private static boolean matches(JsonObject row, Map.Entry<String, JsonNode> condition) {
        String key = condition.getKey();
        String prefix = key.replaceFirst("\\w.*$", "");
        String value = text(row, key.substring(prefix.length()));
        JsonNode wanted = condition.getValue();
        if (prefix.equals("@")) {
            List<JsonNode> some = new ArrayList<>();
            wanted.forEach(some::add);
            return some.stream().anyMatch(each -> compare(value, each.asText()) == 0);
        }
        int compared = compare(value, wanted.asText());
        return switch (prefix) {
            case ">=" -> compared >= 0;
            case ">" -> compared > 0;
            case "<=" -> compared <= 0;
            case "<" -> compared < 0;
            case "", "=" -> compared == 0;
            default -> throw new IllegalArgumentException("the simulator knows no prefix " + prefix);
        };
    }

    private static int compare(String text, String other) {
        try {
            return OffsetDateTime.parse(text)
                    .toInstant()
                    .compareTo(OffsetDateTime.parse(other).toInstant());
        } catch (DateTimeParseException e) {
            return text.matches("-?[\\d.]+") && other.matches("-?[\\d.]+")
                    ? new BigDecimal(text).compareTo(new BigDecimal(other))
                    : text.compareTo(other);
        }
    }

    private static String text(JsonObject row, String name) {
        return Optional.ofNullable(row.get(name)).map(Object::toString).orElse("");
    }
}
