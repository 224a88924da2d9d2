package io.mostik.datahub.bitrix24;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import java.util.Optional;
import org.immutables.value.Value;

/** A category of deals, which people call funnel. */
@Value.Immutable
@JsonDeserialize(builder = Category.Builder.class)
public interface Category extends Model {

    /** Returns its id; 0 for the first one. */
    long id();

    /** Returns its name. */
    Optional<String> name();

    /** Builds a category. */
    final class Builder extends ImmutableCategory.Builder {
        Builder() {}
    }
}
