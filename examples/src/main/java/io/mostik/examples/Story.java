package io.mostik.examples;

import java.io.PrintStream;

/**
 * One story of the tour.
 *
 * @param name the simple name of its class, by which a command runs it
 * @param title what it is about, with the vendor first
 * @param teller runs it: at the vendor if the environment says so, else at a simulator
 */
record Story(String name, String title, Teller teller) {

    static Story of(Class<?> type, String title, Teller teller) {
        return new Story(type.getSimpleName(), title, teller);
    }

    void tell(PrintStream out) throws Exception {
        out.println(title);
        teller.tell(out);
    }

    /** Runs a story and prints what happens, each line indented by two spaces. */
    @FunctionalInterface
    interface Teller {

        void tell(PrintStream out) throws Exception;
    }
}
