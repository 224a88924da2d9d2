package io.mostik.remonline.workflow;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * The identity of rows of one kind.
 *
 * @param <T> what the rows are
 * @param kind of the rows, as failures name it
 * @param id of a row
 * @param modifiedAt when a row was last changed
 * @param sorts whether the vendor documents that it sorts by that
 */
record ChangeKey<T>(String kind, ToLongFunction<T> id, Function<T, Optional<Instant>> modifiedAt, boolean sorts) {}
