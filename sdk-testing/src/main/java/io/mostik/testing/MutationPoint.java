package io.mostik.testing;

import com.fasterxml.jackson.core.JsonPointer;

/** Where an answer is mutated, and with what if there is a choice. */
record MutationPoint(JsonPointer pointer, String form) {

    /** The whole answer. */
    static final MutationPoint WHOLE = of(JsonPointer.empty());

    static MutationPoint of(JsonPointer pointer) {
        return new MutationPoint(pointer, "");
    }

    /** Returns the pointer with every index of an array erased: rows of one list share it. */
    MutationPoint anyRow() {
        return new MutationPoint(JsonPointer.compile(pointer.toString().replaceAll("/\\d+(?=/|$)", "/0")), form);
    }

    boolean isProperty() {
        return !pointer.matches() && !pointer.last().getMatchingProperty().matches("\\d+");
    }

    boolean isAt(String property) {
        return !pointer.matches() && pointer.last().getMatchingProperty().equals(property);
    }

    /** Returns the pointer, followed by what is put there. */
    @Override
    public String toString() {
        String where = pointer.matches() ? "/" : pointer.toString();
        return form.isEmpty() ? where : where + " as " + form;
    }
}
