package io.mostik.datahub.checks;

/** The rule of a finding. The first ten are those of status mappings; a set that this SDK closes. */
public enum FindingCode {
    /** A status is in more than one container. */
    DUPLICATE_STATUS,
    /** A role, which settings call marker, is given to more than one container. */
    DUPLICATE_MARKER,
    /** A container has no title. */
    EMPTY_TITLE,
    /** Two containers have the same title. */
    DUPLICATE_TITLE,
    /** A container has no statuses. */
    EMPTY_CONTAINER,
    /** A status is not, or no longer, among those of the account. */
    UNKNOWN_STATUS,
    /** A status of the account is in no container. */
    UNMAPPED_STATUS,
    /** No container is marked successful: sales and revenue will be zero. */
    NO_SUCCESS_MARKER,
    /** A container has no key; the records name containers by it. */
    EMPTY_KEY,
    /** Two containers have the same key. */
    DUPLICATE_KEY,

    /** The parameter of a rule is none of an order. */
    UNKNOWN_PARAMETER,
    /** The operator does not fit the parameter. */
    WRONG_OPERATOR,
    /** The operator takes another number of values. */
    WRONG_COUNT,
    /** A value is no number, time or flag where one is needed. */
    WRONG_VALUE,
    /** No entry of the account's dictionary has this name or id. */
    UNKNOWN_NAME,
    /** Several entries of the account's dictionary have this name. */
    AMBIGUOUS_NAME,

    /** An expression breaks the grammar. */
    SYNTAX,
    /** An expression names a field that does not exist. */
    UNKNOWN_FIELD,
    /** An expression is too long, too deep or has too many parts. */
    TOO_LARGE,

    /** No column of records has this name. */
    UNKNOWN_COLUMN,

    /** The document is no JSON, or not of this shape. */
    NOT_READABLE,
    /** The document was written by a newer version of the SDK. */
    UNKNOWN_VERSION,
    /** The time zone does not exist. */
    UNKNOWN_ZONE,
    /** The document holds the API key, which must never be kept in it. */
    SECRET_IN_SETTINGS
}
