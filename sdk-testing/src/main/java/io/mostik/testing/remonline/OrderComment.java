package io.mostik.testing.remonline;

/** A comment on an order. */
public record OrderComment(String text, boolean isPrivate) {}
