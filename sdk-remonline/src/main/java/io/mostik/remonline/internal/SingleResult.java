package io.mostik.remonline.internal;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

/**
 * One object: bare, in {@code data}, or the only element of {@code data}; the older endpoints do not agree.
 *
 * @param <T> what it is
 * @param value the object
 */
@JsonDeserialize(using = SingleResultReader.class)
public record SingleResult<T>(T value) {}
