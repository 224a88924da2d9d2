package io.mostik.testing.salesautopilot;

/** A saved filter: the records of a list with this value. */
record Segment(long id, ContactList list, String column, String value) {

    boolean holds(Contact contact) {
        return contact.value(column).equals(value);
    }
}
