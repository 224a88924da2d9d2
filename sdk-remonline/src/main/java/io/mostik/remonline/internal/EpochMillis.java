package io.mostik.remonline.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.time.Instant;

/** Writes a time as the older endpoints want it: milliseconds since 1970. */
public final class EpochMillis extends StdScalarSerializer<Instant> {

    private static final long serialVersionUID = 1L;

    /** Creates the writer; Jackson does. */
    public EpochMillis() {
        super(Instant.class);
    }

    @Override
    public void serialize(Instant value, JsonGenerator generator, SerializerProvider provider) throws IOException {
        generator.writeNumber(value.toEpochMilli());
    }
}
