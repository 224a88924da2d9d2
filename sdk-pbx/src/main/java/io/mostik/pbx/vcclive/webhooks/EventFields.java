package io.mostik.pbx.vcclive.webhooks;

import io.mostik.core.WebhookException;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonException;
import io.mostik.core.json.JsonType;
import io.mostik.core.json.Model;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The properties of an event on their way into its model. An optional one in a shape that cannot be read does not cost the
 * event: it is kept among the unknown ones, as {@code unreadable.teamids}. Not thread-safe.
 */
final class EventFields {

    private static final JsonCodec JSON = JsonCodec.camelCase();
    private static final JsonType<Json> ANY = JsonType.of(Json.class);
    private static final String UNREADABLE = "unreadable.";

    private final Map<String, Object> fields = new LinkedHashMap<>();

    /** Makes a property one of the documented shape. */
    interface Shape {
        /** Returns the value in its documented shape; empty if it cannot be told what it means. */
        Optional<Object> read(Json value);
    }

    private EventFields(Json object) {
        object.names().forEach(name -> object.get(name).value().ifPresent(value -> fields.put(name, value)));
    }

    /** Throws what makes the event unreadable if it is no object. */
    static EventFields of(byte[] content) {
        Json event = JSON.read(ANY, content);
        if (!event.isObject()) {
            throw new WebhookException(WebhookException.Reason.UNREADABLE, "the event is not an object");
        }
        return new EventFields(event);
    }

    /** Replaces a property; one that is nothing is left out. */
    EventFields change(String name, Shape shape) {
        Json value = Json.of(fields.remove(name));
        if (!isNothing(value)) {
            Optional<Object> read = shape.read(value);
            fields.put(
                    read.isPresent() ? name : UNREADABLE + name,
                    read.orElseGet(() -> value.value().orElse("")));
        }
        return this;
    }

    /** Returns an object without the optional properties that cannot be read. */
    static Map<String, Object> readable(Json object, Class<? extends Model> type) {
        return new EventFields(object).readable(type, Set.of());
    }

    /** Notes in an object within the event which names it came with, those without a value too. */
    EventFields names(String name, String as) {
        Json object = Json.of(fields.get(name));
        if (object.isObject()) {
            Map<String, Object> noted = new LinkedHashMap<>();
            object.names().forEach(each -> object.get(each).value().ifPresent(value -> noted.put(each, value)));
            noted.put(as, List.copyOf(object.names()));
            fields.put(name, noted);
        }
        return this;
    }

    /** Looks through the optional properties of an object within the event. */
    EventFields inner(String name, Class<? extends Model> type) {
        Json object = Json.of(fields.get(name));
        if (object.isObject()) {
            fields.put(name, new EventFields(object).readable(type, Set.of()));
        }
        return this;
    }

    /**
     * Reads the event.
     *
     * @param needed the properties without which it does not mean the same: if there, they have to be readable
     */
    <T extends Model> T read(Class<T> type, String... needed) {
        Map<String, Object> readable = readable(type, Set.copyOf(Arrays.asList(needed)));
        return JSON.read(JsonType.of(type), JSON.write(readable));
    }

    private Map<String, Object> readable(Class<? extends Model> type, Set<String> needed) {
        if (isReadable(type, fields)) {
            return fields;
        }
        Map<String, Object> base = new LinkedHashMap<>(fields);
        base.keySet().retainAll(needed);
        Map<String, Object> readable = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            Map<String, Object> one = new LinkedHashMap<>(base);
            one.put(name, value);
            boolean isKept = needed.contains(name) || isReadable(type, one);
            readable.put(isKept ? name : UNREADABLE + name, isKept ? value : writable(value));
        });
        return readable;
    }

    private static boolean isReadable(Class<? extends Model> type, Map<String, Object> object) {
        try {
            Model unused = JSON.read(JsonType.of(type), JSON.write(object));
            return true;
        } catch (JsonException | IllegalArgumentException e) { // the latter for a number that cannot be written
            return false;
        }
    }

    /** A number beyond the limits would cost the event after all, so it is kept as a text. */
    private static Object writable(Object value) {
        try {
            Json unused = JSON.read(ANY, JSON.write(value));
            return value;
        } catch (JsonException | IllegalArgumentException e) {
            return String.valueOf(value);
        }
    }

    /** PHP writes nothing as an empty text, {@code false} or an empty list. */
    private static boolean isNothing(Json value) {
        return value.text().map(text -> text.isBlank() || text.equals("false")).orElse(!value.isPresent())
                || (value.isArray() && value.elements().isEmpty());
    }
}
