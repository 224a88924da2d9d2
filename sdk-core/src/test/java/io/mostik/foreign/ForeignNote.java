package io.mostik.foreign;

import org.jspecify.annotations.NullUnmarked;

/** A type of someone who says nothing about nulls. */
@NullUnmarked
public record ForeignNote(String note, String id) {}
