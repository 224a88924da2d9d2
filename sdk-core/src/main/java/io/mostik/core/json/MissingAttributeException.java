package io.mostik.core.json;

/** A required attribute of a model or of settings was not set. The text names it. */
public final class MissingAttributeException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the failure; called by generated builders.
     *
     * @param missing the names of the attributes that are not set
     */
    public MissingAttributeException(String... missing) {
        super(String.join(", ", missing) + (missing.length == 1 ? " is missing" : " are missing"));
    }
}
