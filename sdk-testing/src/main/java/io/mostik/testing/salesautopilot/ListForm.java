package io.mostik.testing.salesautopilot;

/** A form of a list; one with double opt-in asks for a confirmation by letter. */
record ListForm(long id, String name, FormKind kind, boolean recaptcha, boolean doubleOptIn) {}
