package io.mostik.core.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.PropertyNamingStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The JSON dialect of one vendor: how names, dates and numbers are written. Made once per vendor; immutable and thread-safe.
 *
 * <pre>{@code
 * private static final JsonCodec JSON = JsonCodec.builder().snakeCase().uniqueKeys().build();
 *
 * Order order = JSON.read(JsonType.of(Order.class), body);
 * }</pre>
 *
 * <ul>
 *   <li>Always UTF-8, whatever the {@code Content-Type} says. Decimals are exact. Unknown properties are kept.
 *   <li>A property that is null or missing is empty where its type can be empty (optional, list, map); any other is
 *       required, and its absence a {@link JsonException} that names it. A null among rows is one too.
 *   <li>Limits: nesting 100, a text 16 MB, a number 200 digits, a name 1,000 characters (Jackson 2.16 and later), two million
 *       tokens (2.18 and later).
 *   <li>A {@code Secret} is not written: reveal it where the vendor wants it in a body.
 * </ul>
 *
 * <p>Needs Jackson 2.15 or later.
 */
public final class JsonCodec {

    private static final TypeReference<LinkedHashMap<String, Object>> FIELDS = new TypeReference<>() {};

    private final MadeOnce<ObjectMapper> mapper;
    private final boolean bareText;
    private final Map<JsonType<?>, MadeOnce<ObjectReader>> readers = new ConcurrentHashMap<>();

    private JsonCodec(MadeOnce<ObjectMapper> mapper, boolean bareText) {
        this.mapper = mapper;
        this.bareText = bareText;
    }

    /** Returns the dialect in which {@code closedAt} is written {@code closedAt}. */
    public static JsonCodec camelCase() {
        return builder().build();
    }

    /** Returns the dialect in which {@code closedAt} is written {@code closed_at}. */
    public static JsonCodec snakeCase() {
        return builder().snakeCase().build();
    }

    /** Returns a builder of a dialect; names in camel case and times in UTC by default. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Begins on a thread of its own what the first use takes: Jackson has some hundred classes to load. Whoever uses the
     * dialect meanwhile waits until that is done.
     */
    public void prepare() {
        mapper.begin();
    }

    /** Begins on a thread of its own what the first answer of this type takes, as Jackson looks at all its classes. */
    public void prepare(JsonType<?> type) {
        if (!readers.containsKey(type) && type.raw() != NoAnswer.class) {
            making(type).begin();
        }
    }

    /**
     * Reads an answer.
     *
     * @throws JsonException if it is not JSON, not of this shape, or beyond the limits
     */
    public <T> T read(JsonType<T> type, byte[] body) {
        return read(type, new java.io.ByteArrayInputStream(body));
    }

    /**
     * Reads an answer from a stream, without a copy of it in memory. The stream is not closed.
     *
     * @throws JsonException if it is not JSON, not of this shape, or beyond the limits
     */
    @SuppressWarnings("unchecked")
    public <T> T read(JsonType<T> type, InputStream body) {
        return checked(type, () -> {
            if (type.raw() == NoAnswer.class) {
                readNothing(body.readAllBytes());
                return (T) NoAnswer.NONE;
            }
            if (bareText && type.raw() == Json.class) {
                return (T) readBare(body.readAllBytes());
            }
            return reader(type).readValue(body);
        });
    }

    /** What is read, or why it cannot be. */
    @FunctionalInterface
    private interface Reading<T> {
        @Nullable
        T value() throws IOException;
    }

    @SuppressWarnings("unchecked")
    private static <T> T checked(JsonType<T> type, Reading<T> reading) {
        try {
            T value = reading.value();
            if (value == null && type.raw() == Json.class) {
                return (T) Json.of(null);
            }
            if (value == null) {
                throw new JsonException("null, expected " + type);
            }
            Absent.nullWithin(value).ifPresent(place -> {
                throw new JsonException("null at $" + place);
            });
            return value;
        } catch (IOException e) {
            throw JsonFailures.describe(e);
        } catch (NumberFormatException e) {
            // The parser lets an exponent beyond ten digits escape so.
            throw new JsonException("a number is beyond the limits");
        } catch (JsonException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new JsonException(
                    "not what was expected of " + type + " (" + e.getClass().getSimpleName() + ")");
        }
    }

    /**
     * Reads an answer that could not be {@link #read(JsonType, InputStream) read}, without the optional objects in it that
     * cannot be read. They are kept as they came in {@link Model#unknown()}; a required part that cannot be read still fails.
     *
     * @param told receives the place of each object that was left out, as a JSON pointer
     * @throws JsonException if it cannot be read even so
     */
    public <T> T readWithoutOddObjects(JsonType<T> type, InputStream body, Consumer<String> told) {
        if (type.raw() == NoAnswer.class || type.raw() == Json.class) {
            throw new JsonException("no objects in " + type);
        }
        return checked(
                type, () -> reader(type).withAttribute(OddObjects.TOLD, told).readValue(body));
    }

    /**
     * Reads an answer {@linkplain #readWithoutOddObjects without odd objects}, and without the rows that cannot be read of the
     * lists that are the answer or are in its envelope: such a list is a {@link io.mostik.core.PartialList}. Lists in a
     * {@link Model} are read whole, and a list none of whose rows can be read fails.
     *
     * @param objects receives the place of each object that was left out, as a JSON pointer
     * @param rows receives the place of each row that was left out
     * @throws JsonException if it cannot be read even so
     */
    public <T> T readWithoutOddRows(
            JsonType<T> type, InputStream body, Consumer<String> objects, Consumer<String> rows) {
        if (type.raw() == NoAnswer.class || type.raw() == Json.class) {
            throw new JsonException("no rows in " + type);
        }
        ObjectReader reader = reader(type)
                .withAttribute(OddObjects.TOLD, objects)
                .withAttribute(SkippedPlaces.attribute(), new SkippedPlaces(objects, rows));
        return checked(type, () -> reader.readValue(body));
    }

    /** The content means nothing, but it must be the vendor's: a page or a sentence comes from a proxy. */
    private void readNothing(byte[] body) throws IOException {
        String text = withoutMark(new String(body, StandardCharsets.UTF_8)).strip();
        if (!text.isEmpty() && !text.equalsIgnoreCase("ok")) {
            mapper().readTree(text);
        }
    }

    /** Some vendors answer {@code 48213}, {@code -1}, a link without quotes, or nothing at all. */
    private Json readBare(byte[] body) throws IOException {
        String text = withoutMark(new String(body, StandardCharsets.UTF_8)).strip();
        if (text.isEmpty()) {
            return Json.of(null);
        }
        char first = text.charAt(0);
        try {
            return Json.of(mapper().readValue(text, Object.class));
        } catch (JsonProcessingException e) {
            // What begins like JSON was meant to be JSON; what begins like a page comes from a proxy.
            if ("{[\"<".indexOf(first) >= 0) {
                throw e;
            }
            return Json.of(text);
        }
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Writes a request. */
    public byte[] write(Object value) {
        try {
            return mapper().writeValueAsBytes(Objects.requireNonNull(value, "value"));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "body cannot be written as JSON: " + e.getClass().getSimpleName());
        }
    }

    /** Writes a single value in the form of a query or a path: dates, numbers and vendor words as in JSON, unquoted. */
    public String text(Object scalar) {
        if (scalar instanceof CharSequence || scalar instanceof Long || scalar instanceof Integer) {
            return scalar.toString();
        }
        return Json.of(mapper().convertValue(scalar, Object.class))
                .text()
                .orElseThrow(() -> new IllegalArgumentException(
                        scalar.getClass().getSimpleName() + " cannot be written as one value"));
    }

    /** Returns the properties of an object in their order, as a query holds them; absent ones are left out. */
    public Map<String, Object> fields(Object value) {
        return mapper().convertValue(value, FIELDS);
    }

    private ObjectReader reader(JsonType<?> type) {
        MadeOnce<ObjectReader> known = readers.get(type);
        return (known != null ? known : making(type)).get();
    }

    private MadeOnce<ObjectReader> making(JsonType<?> type) {
        return readers.computeIfAbsent(type, key -> new MadeOnce<>(() -> newReader(key)));
    }

    private ObjectReader newReader(JsonType<?> type) {
        ObjectMapper made = mapper();
        JavaType[] parameters = type.parameters().stream()
                .map((Type parameter) -> made.constructType(parameter))
                .toArray(JavaType[]::new);
        return made.readerFor(made.getTypeFactory().constructParametricType(type.raw(), parameters));
    }

    /** Returns the mapper behind this dialect. */
    ObjectMapper mapper() {
        return mapper.get();
    }

    /** Collects the traits of a dialect. */
    public static final class Builder {

        private PropertyNamingStrategy names = PropertyNamingStrategies.LOWER_CAMEL_CASE;
        private ZoneId zone = ZoneOffset.UTC;
        private boolean bareText;
        private boolean uniqueKeys;
        private boolean wholeSeconds;
        private boolean decimalComma;

        private Builder() {
            Jackson.check();
        }

        /** Writes {@code closedAt} as {@code closed_at}. */
        public Builder snakeCase() {
            names = PropertyNamingStrategies.SNAKE_CASE;
            return this;
        }

        /** Reads times without a zone as times of this one; UTC by default. */
        public Builder zone(ZoneId newZone) {
            zone = Objects.requireNonNull(newZone, "zone");
            return this;
        }

        /** Takes an answer that is no JSON as a text, where the endpoint's answer is {@link Json}. */
        public Builder bareText() {
            bareText = true;
            return this;
        }

        /** Refuses objects with the same key twice, as where money is involved; by default the last one wins. */
        public Builder uniqueKeys() {
            uniqueKeys = true;
            return this;
        }

        /** Writes times without fractions of a second; with them by default. */
        public Builder wholeSeconds() {
            wholeSeconds = true;
            return this;
        }

        /**
         * Reads decimals in texts with a comma in place of the point, too, and blanks between thousands: {@code 1 500,50}.
         * What could be thousands as well, {@code 1,500}, stays unreadable.
         */
        public Builder decimalComma() {
            decimalComma = true;
            return this;
        }

        /** Returns the dialect. What Jackson takes for it is made when it is first used, or {@linkplain #prepare() prepared}. */
        public JsonCodec build() {
            Dialect dialect = new Dialect(names, zone, uniqueKeys, wholeSeconds, decimalComma);
            return new JsonCodec(new MadeOnce<>(dialect::mapper), bareText);
        }
    }
}
