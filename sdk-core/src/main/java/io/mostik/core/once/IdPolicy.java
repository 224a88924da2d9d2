package io.mostik.core.once;

/** How the ids of a {@link Kind} may be stored. */
public enum IdPolicy {

    /** As they are, where they are short and plain ASCII, so that a person finds them in the database. */
    PLAIN,

    /** Only as SHA-256 digests: the ids hold an e-mail address, a phone number or other personal data. */
    PERSONAL
}
