package io.mostik.foreign;

import org.jspecify.annotations.NullMarked;

/** A type that says for itself that it takes no nulls; its package says nothing. */
@NullMarked
public record MarkedNote(String note, String id) {}
