package io.mostik.pbx.vcclive.links;

/**
 * A field of the source that did not get into the record. Holds the name only: the content may be personal.
 *
 * @param field its name in the source
 * @param reason why
 */
public record SkippedField(String field, Reason reason) {

    /** Why a field did not get into the record. */
    public enum Reason {
        /** No rule names it. */
        NO_RULE,
        /** A rule asks for it, and it is missing or empty. */
        MISSING,
        /** A rule requires it, and it is missing, empty, or not readable: nothing is written. */
        REQUIRED,
        /** Its text is not of the kind that the rule says. */
        UNREADABLE
    }
}
