package io.mostik.pbx;

/** Where click-to-call carries its parameters. */
public enum BodyKind {
    /** In the query, whatever the verb. */
    QUERY,
    /** In a form. */
    FORM,
    /** In a JSON object. */
    JSON
}
