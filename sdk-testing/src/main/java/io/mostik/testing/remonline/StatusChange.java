package io.mostik.testing.remonline;

import java.time.Instant;

/** A change of an order's status that was executed, also one to the status it had. */
public record StatusChange(long from, long to, String comment, Instant at) {}
