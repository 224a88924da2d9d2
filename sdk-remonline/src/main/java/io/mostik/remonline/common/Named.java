package io.mostik.remonline.common;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that has an id and a name, such as a resource, a campaign or a unit. The vendor calls the name
 * {@code name}, {@code title} or {@code fullname}, and sends an empty object where there is none.
 *
 * @param id its id
 * @param name its name, if it was told
 */
@JsonDeserialize(using = NamedReader.class)
public record Named(long id, Optional<String> name) {

    /** Refuses a missing name that is not empty. */
    public Named {
        Objects.requireNonNull(name, "name");
    }

    /** Prints the id only: some of these are people. */
    @Override
    public String toString() {
        return "Named[" + id + "]";
    }
}
