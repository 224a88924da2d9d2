package io.mostik.testing.salesautopilot;

/** A form of a list. */
record ListForm(long id, String name, FormKind kind, boolean recaptcha) {}
