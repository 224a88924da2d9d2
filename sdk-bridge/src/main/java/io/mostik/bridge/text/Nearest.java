package io.mostik.bridge.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that somebody may have meant. */
public final class Nearest {

    private static final int LONGEST = 60;

    private Nearest() {}

    /** Returns {@code ; did you mean X?} or a list of what is known, as the end of a sentence; empty if nothing is known. */
    public static String hint(String given, Collection<String> known) {
        if (known.isEmpty()) {
            return "";
        }
        return of(given, known)
                .map(name -> "; did you mean " + name + "?")
                .orElseGet(() -> "; known are "
                        + String.join(
                                ", ", known.stream().sorted().limit(LONGEST).toList()));
    }

    /** Returns the known name with the fewest changed letters, if there are two at most, or a third of them. */
    public static Optional<String> of(String given, Collection<String> known) {
        String name = shortened(given);
        return known.stream()
                .filter(candidate -> isNear(name, shortened(candidate)))
                .min(Comparator.comparingInt((String candidate) -> distance(name, shortened(candidate)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static boolean isNear(String name, String candidate) {
        int distance = distance(name, candidate);
        return distance <= Math.max(2, candidate.length() / 3)
                && distance < Math.min(name.length(), candidate.length());
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST)).toLowerCase(Locale.ROOT);
    }

    private static int distance(String one, String other) {
        int[] last = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(last[j - 1] + change, Math.min(last[j], row[j - 1]) + 1);
            }
            last = row;
        }
        return last[other.length()];
    }
}
