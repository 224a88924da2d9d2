package io.mostik.remonline.tasks;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Model;
import java.util.Optional;
import org.immutables.value.Value;

/** The object that a task refers to. */
@Value.Immutable
@JsonDeserialize(builder = RelatedObject.Builder.class)
@JsonSerialize(as = ImmutableRelatedObject.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface RelatedObject extends Model {

    /** Returns the id of the object. */
    long id();

    /** Returns what it is. */
    Optional<RelatedType> type();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a reference. */
    final class Builder extends ImmutableRelatedObject.Builder {
        Builder() {}
    }
}
