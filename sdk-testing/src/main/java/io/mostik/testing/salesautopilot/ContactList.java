package io.mostik.testing.salesautopilot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A list: its columns, its forms and its records. */
final class ContactList {

    final long id;
    final String name;
    final ListType type;
    boolean emailUnique;
    private final Map<String, ColumnType> columns;
    private final Map<String, OwnField> own = new LinkedHashMap<>();
    private final Map<Long, ListForm> forms = new LinkedHashMap<>();
    private final Map<Long, Contact> contacts = new LinkedHashMap<>();

    ContactList(long id, String name, ListType type) {
        this.id = id;
        this.name = name;
        this.type = type;
        this.emailUnique = type == ListType.NEWSLETTER;
        this.columns = Columns.of(type);
    }

    void addColumn(String column, OwnField field) {
        columns.put(column, field.column());
        own.put(column, field);
    }

    Map<String, ColumnType> columns() {
        return columns;
    }

    Map<String, OwnField> own() {
        return own;
    }

    /** Returns the kind of each column, in the vendor's words. */
    Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        columns.forEach((column, columnType) -> {
            OwnField field = own.get(column);
            kinds.put(column, field == null ? OwnField.kindOf(columnType) : field.kind());
        });
        return kinds;
    }

    void addForm(ListForm form) {
        forms.put(form.id(), form);
    }

    /** Adds a record with every column empty. */
    Contact add(long contactId) {
        Contact contact = new Contact(contactId, columns);
        contacts.put(contactId, contact);
        return contact;
    }

    boolean remove(long contactId) {
        return contacts.remove(contactId) != null;
    }

    /** Returns the type of a column; refuses if the list has none of this name. */
    ColumnType column(String column) {
        ColumnType found = columns.get(column);
        if (found == null) {
            throw Refusals.wrongParameters("unknown field " + column);
        }
        return found;
    }

    /** Returns a form; refuses if the list has none with this id. */
    ListForm form(long formId) {
        ListForm form = forms.get(formId);
        if (form == null) {
            throw Refusals.wrongParameters("unknown form");
        }
        return form;
    }

    List<ListForm> forms() {
        return List.copyOf(forms.values());
    }

    Optional<Contact> contact(long contactId) {
        return Optional.ofNullable(contacts.get(contactId));
    }

    List<Contact> contacts() {
        return List.copyOf(contacts.values());
    }

    /** Returns the records with this value; letter case does not matter in an address. */
    List<Contact> contacts(String column, String value) {
        column(column);
        Predicate<String> fits = column.equals("email") ? value::equalsIgnoreCase : value::equals;
        return contacts.values().stream()
                .filter(each -> fits.test(each.value(column)))
                .toList();
    }
}
