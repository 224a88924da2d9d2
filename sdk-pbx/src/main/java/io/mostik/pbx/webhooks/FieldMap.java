package io.mostik.pbx.webhooks;

import io.mostik.core.json.Json;
import io.mostik.pbx.internal.CaseInsensitiveObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Under which names each field is looked for: paths with slashes, without regard to case, {@code _} and {@code -}; the
 * first that is not empty counts. Behind an array, {@code [0]} is its first element, {@code [-1]} its last, {@code [*]} any,
 * and {@code [status=answered]} those with that value. Each is also looked for below {@code call/}, {@code cdr/} and {@code data/}. Immutable.
 */
public final class FieldMap {

    private static final List<String> BELOW = List.of("", "call/", "cdr/", "data/");
    private static final FieldMap CALL_DATA = new FieldMap(defaults());
    private static final FieldMap INCOMING =
            CALL_DATA.only(CallField.CALL_ID, "callid", "call_id", "uniqueid", "uuid", "id");

    private final Map<CallField, List<String>> names;
    private final Map<CallField, List<String[]>> paths = new EnumMap<>(CallField.class);

    private FieldMap(Map<CallField, List<String>> names) {
        this.names = names;
        names.forEach((field, list) -> paths.put(
                field,
                list.stream()
                        .flatMap(name -> BELOW.stream().map(below -> CaseInsensitiveObject.path(below + name)))
                        .toList()));
    }

    private static Map<CallField, List<String>> defaults() {
        Map<CallField, List<String>> defaults = new EnumMap<>(CallField.class);
        for (CallField field : CallField.values()) {
            defaults.put(field, field.names());
        }
        return defaults;
    }

    /** Returns the map of the default profile for the data of calls. */
    public static FieldMap callData() {
        return CALL_DATA;
    }

    /** Returns the map of the default profile for incoming calls. */
    public static FieldMap incoming() {
        return INCOMING;
    }

    /** Returns this map looking for a field under these names first, and then under those it had. */
    public FieldMap with(CallField field, String... first) {
        List<String> list = new ArrayList<>(Arrays.asList(first));
        list.addAll(names(field));
        return only(field, list.toArray(String[]::new));
    }

    /** Returns this map looking for a field under these names only; nowhere if there are none. */
    public FieldMap only(CallField field, String... all) {
        Map<CallField, List<String>> changed = new EnumMap<>(names);
        changed.put(field, List.of(all));
        return new FieldMap(changed);
    }

    /** Returns the names of a field. */
    public List<String> names(CallField field) {
        return names.getOrDefault(field, List.of());
    }

    List<String[]> paths(CallField field) {
        return paths.getOrDefault(field, List.of());
    }

    /** Returns the texts under the names of a field, in the order of its names; empty ones too. */
    List<String> texts(CaseInsensitiveObject item, CallField field) {
        return paths(field).stream()
                .flatMap(path -> item.all(path).stream())
                .flatMap(value -> textOf(value).stream())
                .toList();
    }

    /** Returns all texts at the first path that has any, such as those of {@code FILES[*]}. */
    List<String> several(CaseInsensitiveObject item, CallField field) {
        return paths(field).stream()
                .map(path -> item.all(path).stream()
                        .flatMap(value -> textOf(value).stream())
                        .filter(text -> !text.isBlank())
                        .toList())
                .filter(texts -> !texts.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Returns the path at which a field has this text. */
    Optional<String> where(CaseInsensitiveObject item, CallField field, String text) {
        return paths(field).stream()
                .filter(path -> item.all(path).stream()
                        .flatMap(value -> textOf(value).stream())
                        .anyMatch(text::equals))
                .map(path -> String.join("/", path))
                .findFirst();
    }

    /** A list where one text is meant has it first. */
    static Optional<String> textOf(Json value) {
        return value.isArray()
                ? value.elements().stream()
                        .flatMap(element -> element.text().stream())
                        .findFirst()
                : value.text();
    }

    /** Returns the first array under the names of a field; also a map with numbers for names, as forms carry it. */
    List<Json> array(CaseInsensitiveObject item, CallField field) {
        for (String[] path : paths(field)) {
            Optional<Json> found = item.find(path).filter(Json::isArray);
            if (found.isPresent()) {
                return found.get().elements();
            }
        }
        return List.of();
    }

    @Override
    public String toString() {
        return "FieldMap" + names;
    }
}
