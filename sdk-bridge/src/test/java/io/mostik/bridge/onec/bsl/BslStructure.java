package io.mostik.bridge.onec.bsl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code Структура} and {@code Соответствие}: values by name. The keys of a structure are identifiers. */
public final class BslStructure implements BslObject {

    private static final Pattern IDENTIFIER = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_]*");

    private final boolean isStructure;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    BslStructure(boolean isStructure) {
        this.isStructure = isStructure;
    }

    /** Makes a structure as {@code Новый Структура("a, b", 1, 2)} does. */
    static BslStructure of(List<Object> arguments) {
        BslStructure structure = new BslStructure(true);
        if (!arguments.isEmpty()) {
            String[] names = BslValues.string(arguments.get(0)).split(",");
            for (int i = 0; i < names.length; i++) {
                structure.put(names[i].strip(), BslValues.argument(arguments, i + 1));
            }
        }
        return structure;
    }

    void put(String name, Object value) {
        if (isStructure && !IDENTIFIER.matcher(name).matches()) {
            throw new BslException("Задано неправильное имя атрибута структуры '" + name + "'");
        }
        names.put(key(name), name);
        values.put(key(name), value);
    }

    /** Returns the values by their names as they were written. */
    public Map<String, Object> asMap() {
        Map<String, Object> all = new LinkedHashMap<>();
        values.forEach((key, value) -> all.put(names.getOrDefault(key, key), value));
        return all;
    }

    /** Returns a value as a text. */
    public String text(String name) {
        return BslValues.text(get(key(name)));
    }

    @Override
    public Object get(String name) {
        Object value = values.get(key(name));
        if (value == null) {
            throw new BslException("Поле объекта не обнаружено (" + name + ")");
        }
        return value;
    }

    @Override
    public Object call(String name, List<Object> arguments) {
        return switch (name) {
            case "вставить" -> {
                put(BslValues.string(arguments.get(0)), BslValues.argument(arguments, 1));
                yield BslValues.UNDEFINED;
            }
            case "свойство" -> values.containsKey(key(BslValues.string(arguments.get(0))));
            default -> BslObject.super.call(name, arguments);
        };
    }

    /** Returns what {@code Для Каждого} walks over. */
    List<Object> pairs() {
        List<Object> pairs = new ArrayList<>();
        asMap().forEach((name, value) -> {
            BslStructure pair = new BslStructure(true);
            pair.put("Ключ", name);
            pair.put("Значение", value);
            pairs.add(pair);
        });
        return pairs;
    }

    private String key(String name) {
        return isStructure ? name.toLowerCase(Locale.ROOT) : name;
    }
}
