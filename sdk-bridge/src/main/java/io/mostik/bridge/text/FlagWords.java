package io.mostik.bridge.text;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The words for yes and no in the languages of the bridge. */
public final class FlagWords {

    private static final Set<String> YES = Set.of("true", "1", "yes", "да", "igen", "tak");
    private static final Set<String> NO = Set.of("false", "0", "no", "нет", "nem", "nie");

    private FlagWords() {}

    /** Returns {@code true} or {@code false}; empty if a word is neither. */
    public static Optional<String> read(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        if (YES.contains(small)) {
            return Optional.of("true");
        }
        return NO.contains(small) ? Optional.of("false") : Optional.empty();
    }
}
