package io.mostik.testing.salesautopilot;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A column that the account's owner has made: its kind in the vendor's word, and the options of a choice. */
record OwnField(String kind, Map<String, String> options) {

    private static final Set<String> CHOICES = Set.of("radio", "select");
    private static final Set<String> KINDS = Set.of(
            "shorttext",
            "text",
            "smallint",
            "integer",
            "decimal",
            "checkbox",
            "radio",
            "select",
            "date",
            "datetime",
            "url",
            "file",
            "password");

    OwnField {
        if (!KINDS.contains(kind)) {
            throw Dialect.wrongParameters("field_type");
        }
        options = new LinkedHashMap<>(options);
    }

    boolean isChoice() {
        return CHOICES.contains(kind);
    }

    ColumnType column() {
        return switch (kind) {
            case "smallint", "integer" -> ColumnType.INTEGER;
            case "decimal" -> ColumnType.DECIMAL;
            case "checkbox" -> ColumnType.FLAG;
            case "date" -> ColumnType.DATE;
            case "datetime" -> ColumnType.DATETIME;
            default -> ColumnType.TEXT;
        };
    }

    /** Returns the vendor's word for the kind of a column that every list has. */
    static String kindOf(ColumnType column) {
        return switch (column) {
            case TEXT -> "shorttext";
            case INTEGER -> "integer";
            case DECIMAL -> "decimal";
            case FLAG -> "checkbox";
            case DATE -> "date";
            case DATETIME -> "datetime";
        };
    }
}
