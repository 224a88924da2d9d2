package io.mostik.testing.salesautopilot;

/** What a list is for. */
public enum ListType {
    /** Subscribers. */
    NEWSLETTER(1),
    /** Orders of a webshop. */
    ORDER(11);

    private final int code;

    ListType(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
