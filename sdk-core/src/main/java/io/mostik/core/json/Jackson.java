package io.mostik.core.json;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.Version;

/**
 * What is asked of the Jackson 2 on the class path: 2.15 or later, said in words at first use. Limits that came with later
 * versions are set where they exist.
 */
final class Jackson {

    private static final int DEEPEST = 100;
    private static final int LONGEST_TEXT = 16 * 1024 * 1024;
    private static final int LONGEST_NAME = 1_000;
    private static final int MOST_TOKENS = 2_000_000;

    /** A longer number is refused, as a number and as a text: its value takes time in the square of its length. */
    static final int LONGEST_NUMBER = 200;

    private static final int MAJOR = 2;
    private static final int MINOR = 15;

    private Jackson() {}

    /** @throws IllegalStateException if the version is too old */
    static void check() {
        check("jackson-core", com.fasterxml.jackson.core.json.PackageVersion.VERSION);
        check("jackson-databind", com.fasterxml.jackson.databind.cfg.PackageVersion.VERSION);
    }

    static void check(String jar, Version found) {
        if (found.getMajorVersion() != MAJOR || found.getMinorVersion() < MINOR) {
            throw new IllegalStateException("Mostik needs " + jar + " " + MAJOR + "." + MINOR
                    + " or a later version 2, found " + found + ": raise jackson.version, or import jackson-bom");
        }
    }

    static StreamReadConstraints limits() {
        StreamReadConstraints.Builder limits = StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxStringLength(LONGEST_TEXT)
                .maxNumberLength(LONGEST_NUMBER);
        since216(limits);
        since218(limits);
        return limits.build();
    }

    @SuppressWarnings("CheckReturnValue") // the builder returns itself
    private static void since216(StreamReadConstraints.Builder limits) {
        try {
            limits.maxNameLength(LONGEST_NAME);
        } catch (NoSuchMethodError e) {
            // Jackson 2.15: names are as long as the text allows.
        }
    }

    /** Two characters of an answer can become an object of a hundred bytes. */
    @SuppressWarnings("CheckReturnValue") // the builder returns itself
    private static void since218(StreamReadConstraints.Builder limits) {
        try {
            limits.maxTokenCount(MOST_TOKENS);
        } catch (NoSuchMethodError e) {
            // Up to Jackson 2.17: bounded by the size of the body alone.
        }
    }
}
