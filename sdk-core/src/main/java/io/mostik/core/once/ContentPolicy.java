package io.mostik.core.once;

/** What of the requested content a {@link Kind} keeps, and whether an id may come again with other content. */
public enum ContentPolicy {

    /** Kept in clear. Needed to plan writes, unless it is {@link #SEALED}. Other content under a known id is refused. */
    STORED,

    /** Kept encrypted with AES-GCM; see {@link Kind.Builder#sealedWith}. Other content under a known id is refused. */
    SEALED,

    /** Only its digest is kept. Other content under a known id is refused. */
    DIGESTED,

    /** Nothing is kept or compared: the same event may be told again in other words. */
    IGNORED
}
