package io.mostik.bridge.link;

import io.mostik.bridge.Fields;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a link has made of an event. Prints names only.
 *
 * @param fields the fields of the action
 * @param origins where each value comes from: a template, {@code fixed}, or {@code default}
 * @param notes what is missing or could not be read, by field and without content, such as {@code phone1: unreadable}
 * @param lacking the fields without which nothing is done; empty if all are there
 */
public record Mapped(Fields fields, Map<String, String> origins, List<String> notes, List<String> lacking) {

    /** Keeps unmodifiable copies. */
    public Mapped {
        Objects.requireNonNull(fields, "fields");
        origins = Map.copyOf(origins);
        notes = List.copyOf(notes);
        lacking = List.copyOf(lacking);
    }

    /** Returns whether nothing is missing without which nothing is done. */
    public boolean isComplete() {
        return lacking.isEmpty();
    }

    @Override
    public String toString() {
        return "Mapped[" + fields + " " + notes + "]";
    }
}
