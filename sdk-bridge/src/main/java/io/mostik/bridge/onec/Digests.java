package io.mostik.bridge.onec;

import io.mostik.bridge.text.Sha256;
import java.util.List;

/** Short digests of values, which say nothing of them. */
final class Digests {

    private static final int LENGTH = 24;

    private Digests() {}

    static String of(List<String> values) {
        StringBuilder text = new StringBuilder();
        values.forEach(value -> text.append(value.length()).append(':').append(value));
        return Sha256.hex(text.toString()).substring(0, LENGTH);
    }
}
