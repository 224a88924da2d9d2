package io.mostik.core;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * One try of a call, as listed by {@link SdkException#attempts()}.
 *
 * @param number counted from 1
 * @param took how long the try took
 * @param status HTTP status, if there was an answer
 * @param outcome what is known about this try
 * @param pause how long the SDK paused after it; zero after the last
 */
public record Attempt(int number, Duration took, OptionalInt status, Outcome outcome, Duration pause) {}
