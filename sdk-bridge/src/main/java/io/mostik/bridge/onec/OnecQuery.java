package io.mostik.bridge.onec;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which documents of a 1C base are read. The administrator decides what is published, and configurations differ: compare
 * the names with {@code $metadata} of the base, or let {@link OnecBase#check} do it.
 *
 * @param entity the documents, such as {@code Document_Увольнение}
 * @param day the field with the day that counts, such as {@code ДатаУвольнения}; of the document, not of a line
 * @param fields the fields that matter: a document is told again when one of them changes; of a line where it has them
 * @param part the table part, such as {@code Сотрудники}: each of its lines is told by itself; empty if it has none
 * @param organisation the field with the organisation and the GUID that it must have; empty for all
 * @param lookBack how many days a document may come late
 * @param dueAfter how many days after the day it is told; 0 on the day itself
 */
public record OnecQuery(
        String entity,
        String day,
        List<String> fields,
        Optional<String> part,
        Optional<Organisation> organisation,
        int lookBack,
        int dueAfter) {

    private static final int USUAL_LOOK_BACK = 31;
    private static final int LONGEST_LOOK_BACK = 400;

    /**
     * An organisation.
     *
     * @param field the field, such as {@code Организация_Key}
     * @param guid the GUID that it must have
     */
    public record Organisation(String field, String guid) {

        /** Refuses what cannot be a name or a GUID. */
        public Organisation {
            ODataFilter.name(field);
            guid = Guids.normal(guid);
        }
    }

    /** Refuses what cannot be a name, and a span that cannot be. */
    public OnecQuery {
        ODataFilter.name(entity);
        ODataFilter.name(day);
        fields = List.copyOf(fields);
        fields.forEach(ODataFilter::name);
        part.ifPresent(ODataFilter::name);
        Objects.requireNonNull(organisation, "organisation");
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("fields must name at least one");
        }
        if (lookBack < 0 || lookBack > LONGEST_LOOK_BACK || dueAfter < 0 || dueAfter > LONGEST_LOOK_BACK) {
            throw new IllegalArgumentException("lookBack and dueAfter must be 0 to " + LONGEST_LOOK_BACK + " days");
        }
    }

    /** Returns a query for all organisations, told on the day, with a look-back of 31 days. */
    public static OnecQuery of(String entity, String day, List<String> fields) {
        return new OnecQuery(entity, day, fields, Optional.empty(), Optional.empty(), USUAL_LOOK_BACK, 0);
    }

    /** Returns this query for each line of a table part. */
    public OnecQuery part(String name) {
        return new OnecQuery(entity, day, fields, Optional.of(name), organisation, lookBack, dueAfter);
    }

    /** Returns this query for one organisation. */
    public OnecQuery organisation(String field, String guid) {
        Optional<Organisation> one = Optional.of(new Organisation(field, guid));
        return new OnecQuery(entity, day, fields, part, one, lookBack, dueAfter);
    }

    /** Returns this query with other days. */
    public OnecQuery days(int late, int after) {
        return new OnecQuery(entity, day, fields, part, organisation, late, after);
    }
}
