package io.mostik.bridge.text;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;

/**
 * Makes ids that sort by time: 26 letters and digits without I, L, O, U; 48 bits of milliseconds and 80 of chance. Those of
 * one process are in the order in which they were made. Thread-safe.
 */
public final class SortedIds {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 26;
    private static final int CHANCE_BITS = 80;
    private static final int LETTER_BITS = 5;
    private static final int LETTER_MASK = 31;

    private final SecureRandom random = new SecureRandom();
    private BigInteger last = BigInteger.ZERO;

    /** Returns a new id, later than all that this has made before. */
    public synchronized String next(Instant now) {
        BigInteger fresh =
                BigInteger.valueOf(now.toEpochMilli()).shiftLeft(CHANCE_BITS).or(new BigInteger(CHANCE_BITS, random));
        boolean isLater = fresh.shiftRight(CHANCE_BITS).compareTo(last.shiftRight(CHANCE_BITS)) > 0;
        last = isLater ? fresh : last.add(BigInteger.ONE);
        return written(last);
    }

    /** Returns the least id of an instant. */
    public static String first(Instant at) {
        return written(BigInteger.valueOf(Math.max(0, at.toEpochMilli())).shiftLeft(CHANCE_BITS));
    }

    private static String written(BigInteger number) {
        char[] text = new char[LENGTH];
        BigInteger rest = number;
        for (int i = LENGTH - 1; i >= 0; i--) {
            text[i] = LETTERS.charAt(rest.intValue() & LETTER_MASK);
            rest = rest.shiftRight(LETTER_BITS);
        }
        return new String(text).toUpperCase(Locale.ROOT);
    }
}
