package io.mostik.remonline.contacts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Model;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** A day of birth, perhaps without the year. */
@Value.Immutable
@JsonDeserialize(builder = Birthday.Builder.class)
@JsonSerialize(as = ImmutableBirthday.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface Birthday extends Model {

    /** Returns the day of the month, from 1. */
    int day();

    /** Returns the month, from 1. */
    int month();

    /** Returns the year. */
    OptionalInt year();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a day. */
    final class Builder extends ImmutableBirthday.Builder {
        Builder() {}
    }
}
