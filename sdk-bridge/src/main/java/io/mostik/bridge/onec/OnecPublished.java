package io.mostik.bridge.onec;

import java.util.Set;

/**
 * What a 1C base publishes, as far as a query asks for it.
 *
 * @param entities the names of all that is published, at most 50,000
 * @param fields the properties of the documents of the query; none if they are not published
 * @param lineFields the properties of the lines of its table part; none if the query names no part
 */
public record OnecPublished(Set<String> entities, Set<String> fields, Set<String> lineFields) {

    /** Keeps unmodifiable copies. */
    public OnecPublished {
        entities = Set.copyOf(entities);
        fields = Set.copyOf(fields);
        lineFields = Set.copyOf(lineFields);
    }
}
