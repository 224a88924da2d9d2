package io.mostik.pbx.internal;

import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonException;
import io.mostik.core.json.JsonType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The settings that a file may give to a builder, by name. A name that is not among them is refused: a misspelt setting
 * must not become a default in silence.
 *
 * @param <B> the builder
 */
public final class Settings<B> {

    private final Map<String, BiConsumer<B, Json>> setters = new LinkedHashMap<>();

    /** Adds a setting that is one text; an empty one is allowed. */
    public Settings<B> text(String name, BiConsumer<B, String> setter) {
        return any(name, (builder, value) -> setter.accept(builder, textOf(value)));
    }

    /** Adds a setting that is read from a text, such as one of a few words. */
    public <T> Settings<B> read(String name, Function<String, T> reader, BiConsumer<B, T> setter) {
        return text(name, (builder, text) -> setter.accept(builder, reader.apply(text)));
    }

    /** Adds a setting that is one of the words of an enum, in any case. */
    public <T extends Enum<T>> Settings<B> word(String name, Class<T> words, BiConsumer<B, T> setter) {
        return read(name, text -> Enum.valueOf(words, text.toUpperCase(Locale.ROOT)), setter);
    }

    /** Adds a setting that is a list of texts: an array, or one text with commas. */
    public Settings<B> texts(String name, BiConsumer<B, List<String>> setter) {
        return any(name, (builder, value) -> setter.accept(builder, textsOf(value)));
    }

    /** Adds a setting that is an object with names of the user's choice. */
    public Settings<B> each(String name, Each<B> setter) {
        return any(name, (builder, value) -> {
            if (!value.isObject()) {
                throw new IllegalArgumentException("an object was expected");
            }
            for (String key : value.names()) {
                inside("." + key, () -> setter.set(builder, key, value.get(key)));
            }
        });
    }

    /** Adds a setting that is an object with settings of its own. */
    public <C> Settings<B> section(String name, Settings<C> inner, Function<B, C> open, BiConsumer<B, C> close) {
        return any(name, (builder, value) -> {
            C part = open.apply(builder);
            inner.apply(value, part);
            close.accept(builder, part);
        });
    }

    /** Adds a setting that is read as it stands. */
    public Settings<B> any(String name, BiConsumer<B, Json> setter) {
        setters.put(name, setter);
        return this;
    }

    /**
     * Hands all settings to a builder.
     *
     * @throws IllegalArgumentException naming the setting that is unknown or cannot be read
     */
    public void apply(Json settings, B builder) {
        if (!settings.isObject()) {
            throw new IllegalArgumentException("settings must be an object");
        }
        for (String name : settings.names()) {
            BiConsumer<B, Json> setter = setters.get(name);
            if (setter == null) {
                throw new IllegalArgumentException(
                        name + " is not a setting; there are " + new TreeSet<>(setters.keySet()));
            }
            inside(name, () -> setter.accept(builder, settings.get(name)));
        }
    }

    /** Returns the names of all settings. */
    public Set<String> names() {
        return Set.copyOf(setters.keySet());
    }

    /** Says in which place of the file something is wrong: names with dots between them. */
    private static void inside(String place, Runnable work) {
        try {
            work.run();
        } catch (PlacedMistake e) {
            String dot = e.place.startsWith(".") || e.place.startsWith("[") ? "" : ".";
            throw new PlacedMistake(place + dot + e.place, e.mistake);
        } catch (IllegalArgumentException e) {
            throw new PlacedMistake(place, String.valueOf(e.getMessage()));
        }
    }

    /** A mistake with its place in the file. */
    private static final class PlacedMistake extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        private final String place;
        private final String mistake;

        PlacedMistake(String place, String mistake) {
            super(place + ": " + mistake);
            this.place = place;
            this.mistake = mistake;
        }
    }

    /** Returns the settings in a text of JSON. */
    public static Json ofJson(String json) {
        try {
            return JsonCodec.camelCase().read(JsonType.of(Json.class), json.getBytes(StandardCharsets.UTF_8));
        } catch (JsonException e) {
            throw new IllegalArgumentException("settings are not JSON: " + e.getMessage(), e);
        }
    }

    /** Returns the settings in properties; a dot leads into an object. */
    public static Json ofProperties(Properties properties) {
        Map<String, Object> settings = new LinkedHashMap<>();
        for (String name : new TreeSet<>(properties.stringPropertyNames())) {
            int dot = name.indexOf('.');
            if (dot < 0) {
                settings.put(name, properties.getProperty(name));
            } else {
                inner(settings, name.substring(0, dot)).put(name.substring(dot + 1), properties.getProperty(name));
            }
        }
        return Json.of(settings);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> inner(Map<String, Object> settings, String name) {
        Object inner = settings.computeIfAbsent(name, unused -> new LinkedHashMap<String, Object>());
        if (inner instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new IllegalArgumentException(name + " is both one setting and a prefix of others");
    }

    /** Returns the text of a scalar. */
    public static String textOf(Json value) {
        return value.text().orElseThrow(() -> new IllegalArgumentException("a text was expected"));
    }

    /** Returns the texts of an array, or of one text with commas. */
    public static List<String> textsOf(Json value) {
        List<String> texts = new ArrayList<>();
        if (value.isArray()) {
            value.elements().forEach(element -> texts.add(textOf(element)));
        } else {
            for (String part : textOf(value).split(",", -1)) {
                texts.add(part.strip());
            }
        }
        texts.removeIf(String::isEmpty);
        return texts;
    }

    /**
     * How one named value reaches a builder.
     *
     * @param <B> the builder
     */
    @FunctionalInterface
    public interface Each<B> {

        /** Takes the value under a name of the user's choice. */
        void set(B builder, String name, Json value);
    }
}
