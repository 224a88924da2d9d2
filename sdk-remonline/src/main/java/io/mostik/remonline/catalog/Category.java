package io.mostik.remonline.catalog;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** A category of products or services. */
@Value.Immutable
@JsonDeserialize(builder = Category.Builder.class)
public interface Category extends Model {

    /** Returns its id. */
    long id();

    /** Returns its name. */
    @JsonAlias("name")
    Optional<String> title();

    /** Returns the id of the category above. */
    OptionalLong parentId();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a category. */
    final class Builder extends ImmutableCategory.Builder {
        Builder() {}
    }
}
