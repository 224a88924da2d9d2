package io.mostik.pbx.vcclive.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/** Writes a flag as the word that the vendor takes for it. */
public final class YesNoFormat extends StdSerializer<Boolean> {

    private static final long serialVersionUID = 1L;

    /** Creates the writer. */
    public YesNoFormat() {
        super(Boolean.class);
    }

    @Override
    public void serialize(Boolean value, JsonGenerator generator, SerializerProvider provider) throws IOException {
        generator.writeString(value ? "yes" : "no");
    }
}
