package io.mostik.testing.salesautopilot;

import io.mostik.testing.internal.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** A list: its columns, its forms and its records. */
final class ContactList {

    final long id;
    final String name;
    final ListType type;
    boolean emailUnique;
    final Map<String, ColumnType> columns;
    final Map<String, OwnField> own = new LinkedHashMap<>();
    final Table<Long, ListForm> forms = Table.inOrder(ListForm::id, () -> Dialect.wrongParameters("unknown form"));
    final Table<Long, Contact> contacts = Table.inOrder(Contact::id, () -> Dialect.wrongParameters("unknown record"));

    ContactList(long id, String name, ListType type) {
        this.id = id;
        this.name = name;
        this.type = type;
        this.emailUnique = type == ListType.NEWSLETTER;
        this.columns = Columns.of(type);
    }

    boolean isOrders() {
        return type == ListType.ORDER;
    }

    void addColumn(String column, OwnField field) {
        columns.put(column, field.column());
        own.put(column, field);
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

    /** Adds a record with every column empty. */
    Contact add(long contactId) {
        return contacts.add(new Contact(contactId, columns));
    }

    /** Returns the type of a column; refuses if the list has none of this name. */
    ColumnType column(String column) {
        ColumnType found = columns.get(column);
        if (found == null) {
            throw Dialect.wrongParameters("unknown field " + column);
        }
        return found;
    }

    /** Returns the records with this value; letter case does not matter in an address. */
    List<Contact> contacts(String column, String value) {
        column(column);
        Predicate<String> fits = column.equals("email") ? value::equalsIgnoreCase : value::equals;
        return contacts.stream().filter(each -> fits.test(each.value(column))).toList();
    }

    /** Returns the records whose value holds this text, whatever its letter case. */
    List<Contact> containing(String column, String text) {
        column(column);
        String wanted = text.toLowerCase(Locale.ROOT);
        return contacts.stream()
                .filter(each -> each.value(column).toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
    }
}
