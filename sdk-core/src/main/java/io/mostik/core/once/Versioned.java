package io.mostik.core.once;

/**
 * A record with the version that was read.
 *
 * @param value the record
 * @param version its version in the store
 * @param <T> the type of the record
 */
public record Versioned<T>(T value, long version) {}
