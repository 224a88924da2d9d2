package io.mostik.salesautopilot.globals;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import java.util.Optional;
import org.immutables.value.Value;

/** What a global variable shows. */
@Value.Immutable
@JsonDeserialize(builder = GlobalVariable.Builder.class)
public interface GlobalVariable extends Model {

    /** Returns the HTML. */
    Optional<String> html();

    /** Returns the text for plain letters; the HTML stands in for it. */
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
