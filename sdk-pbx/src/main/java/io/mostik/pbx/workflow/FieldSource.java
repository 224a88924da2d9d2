package io.mostik.pbx.workflow;

import java.time.Instant;

/**
 * Which push a property of a merged call comes from.
 *
 * @param push the beginning of the SHA-256 of what the push said
 * @param receivedAt when that push first came, by the store's clock
 * @param isContradicted whether another push says something else, and nothing tells which of the two is later; the same
 *     one is believed in whatever order they come
 */
public record FieldSource(String push, Instant receivedAt, boolean isContradicted) {}
