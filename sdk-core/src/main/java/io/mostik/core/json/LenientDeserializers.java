package io.mostik.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads dates and flags, and decimals where wanted, in every spelling that the vendors use. An empty text and a zero date mean "none". */
final class LenientDeserializers {

    // Of seconds these are the years 1973 to 2286, of milliseconds the first months of 1970, which no vendor means.
    private static final long FIRST_SECOND = 100_000_000L;
    private static final long LAST_SECOND = 9_999_999_999L;

    private LenientDeserializers() {}

    static SimpleModule module(ZoneId zone, boolean wholeSeconds, boolean decimalComma) {
        SimpleModule module = new SimpleModule("mostik-lenient-scalars");
        module.addDeserializer(Instant.class, new Instants(zone));
        module.addDeserializer(
                LocalDate.class, scalar(LocalDate.class, text -> LocalDate.parse(text.substring(0, 10))));
        module.addDeserializer(LocalDateTime.class, scalar(LocalDateTime.class, LenientDeserializers::localDateTime));
        module.addDeserializer(Boolean.class, scalar(Boolean.class, LenientDeserializers::flag));
        module.addDeserializer(Boolean.TYPE, scalar(Boolean.class, LenientDeserializers::flag));
        if (decimalComma) {
            module.addDeserializer(BigDecimal.class, new DecimalComma());
        }
        if (wholeSeconds) {
            module.addSerializer(Instant.class, new WholeSeconds());
        }
        return module;
    }

    private static Instant instant(String text, ZoneId zone) {
        if (isDigits(text)) {
            long number = Long.parseLong(text);
            boolean isSeconds = number >= FIRST_SECOND && number <= LAST_SECOND;
            return isSeconds ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
        }
        boolean hasZone = text.endsWith("Z") || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10;
        return hasZone
                ? OffsetDateTime.parse(text.replace(' ', 'T')).toInstant()
                : localDateTime(text).atZone(zone).toInstant();
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static LocalDateTime localDateTime(String text) {
        return text.length() == 10 ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text.replace(' ', 'T'));
    }

    private static Boolean flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "1", "true", "yes" -> true;
            case "0", "false", "no" -> false;
            default -> throw new IllegalArgumentException();
        };
    }

    private static <T> StdScalarDeserializer<T> scalar(Class<T> type, Reader<T> reader) {
        return new Scalar<>(type, reader);
    }

    /** Writes a time without fractions of a second. */
    private static final class WholeSeconds extends StdScalarSerializer<Instant> {

        private static final long serialVersionUID = 1L;

        WholeSeconds() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeString(value.truncatedTo(ChronoUnit.SECONDS).toString());
        }
    }

    /** How a text is read. */
    private interface Reader<T> {
        T read(String text);
    }

    /** Times are many, and parsing them in general takes more memory than all the rest of a small answer. */
    private static final class Instants extends Scalar<Instant> {

        private static final long serialVersionUID = 1L;

        Instants(ZoneId zone) {
            super(Instant.class, text -> instant(text, zone));
        }

        @Override
        public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.hasToken(JsonToken.VALUE_STRING)) {
                Instant plain = FastInstantParser.read(
                        parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
                if (plain != null) {
                    return plain;
                }
            }
            return super.deserialize(parser, context);
        }
    }

    /** One scalar type. */
    private static class Scalar<T> extends StdScalarDeserializer<T> {

        private static final long serialVersionUID = 1L;

        private final transient Reader<T> reader;

        Scalar(Class<T> type, Reader<T> reader) {
            super(type);
            this.reader = reader;
        }

        /** Without this Jackson looks at the whole class again for each property of the type. */
        @Override
        public boolean isCachable() {
            return true;
        }

        @Override
        public @Nullable T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonToken token = parser.currentToken();
            if (token == null || !token.isScalarValue()) {
                return read(context, token);
            }
            String text = parser.getText().strip();
            if (text.isEmpty() || text.startsWith("0000-00-00")) {
                return null;
            }
            try {
                return reader.read(text);
            } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
                throw context.weirdStringException(text, handledType(), "unexpected form");
            }
        }

        private T read(DeserializationContext context, @Nullable JsonToken token) throws IOException {
            throw context.wrongTokenException(null, handledType(), token, "a scalar was expected");
        }
    }
}
