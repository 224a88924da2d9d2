package io.mostik.datahub.connector;

/** A field by which a vendor may be asked for orders. A connector declares those that its vendor understands. */
public enum FilterField {
    /** The location. */
    LOCATION,
    /** The type of the order. */
    ORDER_TYPE,
    /** The status. */
    STATUS,
    /** The responsible manager. */
    MANAGER,
    /** The client. */
    CLIENT,
    /** When it was made. */
    CREATED_AT,
    /** When it was last changed. */
    MODIFIED_AT
}
