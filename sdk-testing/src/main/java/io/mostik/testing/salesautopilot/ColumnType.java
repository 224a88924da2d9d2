package io.mostik.testing.salesautopilot;

/** What a column holds, with the value of an empty one. */
enum ColumnType {
    TEXT(""),
    INTEGER("0"),
    DECIMAL("0.00"),
    FLAG("0"),
    DATE("0000-00-00"),
    DATETIME("0000-00-00 00:00:00");

    private final String none;

    ColumnType(String none) {
        this.none = none;
    }

    String none() {
        return none;
    }

    boolean isNumber() {
        return this == INTEGER || this == DECIMAL || this == FLAG;
    }
}
