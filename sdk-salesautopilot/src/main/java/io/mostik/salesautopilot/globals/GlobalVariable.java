package io.mostik.salesautopilot.globals;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import java.util.Optional;
import org.immutables.value.Value;

/** What a global variable shows. */
@Value.Immutable
@JsonDeserialize(builder = GlobalVariable.Builder.class)
public interface GlobalVariable extends Model {

    /** Returns the HTML. */
    @Redacted
    Optional<String> html();

    /** Returns the text for plain letters; the HTML is used in its place. */
    @Redacted
    Optional<String> text();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the values. */
    final class Builder extends ImmutableGlobalVariable.Builder {
        Builder() {}
    }
}
