package io.mostik.examples.onec;

/** A document requested something else before; nothing was done this time. */
public final class OtherErrandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OtherErrandException() {
        super("this document has asked for something else before; a new request needs a new document");
    }
}
