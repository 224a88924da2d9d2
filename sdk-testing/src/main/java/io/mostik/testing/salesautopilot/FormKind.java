package io.mostik.testing.salesautopilot;

/** What a form does with a record. */
public enum FormKind {
    /** Adds a subscriber. */
    SIGN_UP(1),
    /** Changes a known record. */
    UPDATE(2),
    /** Adds an order. */
    ORDER(4);

    private final int code;

    FormKind(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
