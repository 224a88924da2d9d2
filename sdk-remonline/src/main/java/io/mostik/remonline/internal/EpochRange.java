package io.mostik.remonline.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.mostik.remonline.common.TimeRange;
import java.io.IOException;
import java.time.Instant;

/** Writes a range of times as the older endpoints want it: milliseconds since 1970. */
public final class EpochRange extends StdSerializer<TimeRange> {

    private static final long serialVersionUID = 1L;

    /** Creates the writer; Jackson does. */
    public EpochRange() {
        super(TimeRange.class);
    }

    @Override
    public void serialize(TimeRange value, JsonGenerator generator, SerializerProvider provider) throws IOException {
        generator.writeStartArray();
        for (Instant time : value.times()) {
            generator.writeNumber(time.toEpochMilli());
        }
        generator.writeEndArray();
    }
}
