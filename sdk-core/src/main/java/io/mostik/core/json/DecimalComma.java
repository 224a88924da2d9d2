package io.mostik.core.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads decimals whose texts may have a comma in place of the point and blanks between thousands: {@code 1 500,50}. What
 * could be thousands as well, {@code 1,500}, is refused.
 */
final class DecimalComma extends StdScalarDeserializer<BigDecimal> {

    private static final long serialVersionUID = 1L;
    private static final Pattern FORM = Pattern.compile("-?\\d{1,20}(?:[ \u00a0\u202f]\\d{3}){0,6}(?:,\\d{1,10})?");
    private static final Pattern AMBIGUOUS = Pattern.compile("-?\\d{1,3},\\d{3}");
    private static final Pattern BLANKS = Pattern.compile("[ \u00a0\u202f]");

    DecimalComma() {
        super(BigDecimal.class);
    }

    /** Without this Jackson looks at the whole class again for each property of the type. */
    @Override
    public boolean isCachable() {
        return true;
    }

    @Override
    public @Nullable BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.hasToken(JsonToken.VALUE_STRING)) {
            String text = parser.getText().strip();
            if (FORM.matcher(text).matches() && !AMBIGUOUS.matcher(text).matches()) {
                return new BigDecimal(BLANKS.matcher(text).replaceAll("").replace(',', '.'));
            }
        }
        return NumberDeserializers.BigDecimalDeserializer.instance.deserialize(parser, context);
    }
}
