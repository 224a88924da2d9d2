package io.mostik.examples.desk;

import java.util.List;
import java.util.NoSuchElementException;

/**
 * Somebody who works at the desk. The demo lets the page choose; a real desk knows it from the log-in.
 *
 * @param id who it is in the records
 * @param name how the page calls him
 * @param role what he does
 * @param extension the telephone in front of him
 */
record Person(String id, String name, Role role, String extension) {

    /** What somebody does here. */
    enum Role {
        /** Looks after clients, sees their cards, asks for changes. */
        MANAGER,
        /** Sees all cards, and decides about changes that others ask for. */
        FINANCE_DIRECTOR
    }

    static final List<Person> ALL = List.of(
            new Person("anna", "Anna Nagy", Role.MANAGER, "101"),
            new Person("gabor", "Gábor Kis", Role.MANAGER, "102"),
            new Person("zsuzsa", "Zsuzsa Varga", Role.FINANCE_DIRECTOR, "103"));

    static Person get(String id) {
        return ALL.stream()
                .filter(person -> person.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("nobody of this name works here"));
    }

    static String nameOf(String id) {
        return ALL.stream()
                .filter(person -> person.id.equals(id))
                .map(Person::name)
                .findFirst()
                .orElse("somebody who has left");
    }

    boolean decides() {
        return role == Role.FINANCE_DIRECTOR;
    }
}
