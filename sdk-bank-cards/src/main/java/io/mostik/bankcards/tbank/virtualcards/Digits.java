package io.mostik.bankcards.tbank.virtualcards;

import java.util.Arrays;
import java.util.function.Consumer;

/** Confidential digits that can be wiped; best effort, since the parser made a text of them before. Thread-safe. */
final class Digits {

    private final transient char[] value;
    private transient boolean wiped;

    Digits(String text) {
        this.value = text.toCharArray();
    }

    /** Lends a copy that is wiped when the consumer returns. */
    void reveal(Consumer<char[]> consumer) {
        char[] copy = copy();
        try {
            consumer.accept(copy);
        } finally {
            Arrays.fill(copy, '\0');
        }
    }

    synchronized void wipe() {
        Arrays.fill(value, '\0');
        wiped = true;
    }

    private synchronized char[] copy() {
        if (wiped) {
            throw new IllegalStateException("the digits were wiped");
        }
        return value.clone();
    }

    @Override
    public String toString() {
        return "***";
    }
}
