package io.mostik.bridge.text;

import java.security.SecureRandom;
import java.time.Instant;

/**
 * Makes ids that sort by time: 26 letters and digits without I, L, O, U; 48 bits of milliseconds and 80 of chance. Those of
 * one process are in the order in which they were made. Thread-safe.
 */
public final class SortedIds {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 26;
    private static final int TIME_LETTERS = 10;
    private static final int CHANCE_LETTERS = 8;
    private static final int LETTER_BITS = 5;
    private static final int LETTER_MASK = 31;
    private static final long HALF = 1L << (CHANCE_LETTERS * LETTER_BITS);

    private final SecureRandom random = new SecureRandom();
    private long millis = -1;
    private long high; // two halves of chance, 40 bits each
    private long low;

    /** Returns a new id, later than all that this has made before. */
    public synchronized String next(Instant now) {
        if (now.toEpochMilli() > millis) {
            millis = now.toEpochMilli();
            high = random.nextLong() & (HALF - 1);
            low = random.nextLong() & (HALF - 1);
        } else {
            follow();
        }
        return written(millis, high, low);
    }

    private void follow() {
        low++;
        if (low == HALF) {
            low = 0;
            high++;
        }
        if (high == HALF) {
            high = 0;
            millis++;
        }
    }

    /** Returns the least id of an instant. */
    public static String first(Instant at) {
        return written(Math.max(0, at.toEpochMilli()), 0, 0);
    }

    private static String written(long millis, long high, long low) {
        char[] text = new char[LENGTH];
        write(text, 0, TIME_LETTERS, millis);
        write(text, TIME_LETTERS, CHANCE_LETTERS, high);
        write(text, TIME_LETTERS + CHANCE_LETTERS, CHANCE_LETTERS, low);
        return new String(text);
    }

    private static void write(char[] text, int from, int letters, long number) {
        long rest = number;
        for (int i = from + letters - 1; i >= from; i--) {
            text[i] = LETTERS.charAt((int) (rest & LETTER_MASK));
            rest >>>= LETTER_BITS;
        }
    }
}
