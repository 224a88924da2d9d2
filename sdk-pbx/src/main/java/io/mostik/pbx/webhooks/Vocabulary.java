package io.mostik.pbx.webhooks;

import io.mostik.pbx.CallDirection;
import io.mostik.pbx.CallOutcome;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The words that PBXs use, English and Hungarian. */
final class Vocabulary {

    private static final Pattern QUOTES = Pattern.compile("^[\"«\u201e\u201c]+|[\"»\u201c\u201d]+$");

    static final Map<String, CallDirection> DIRECTIONS = known(Map.of(
            CallDirection.INBOUND, List.of("in", "inbound", "incoming", "bejövő", "bejovo"),
            CallDirection.OUTBOUND, List.of("out", "outbound", "outgoing", "kimenő", "kimeno"),
            CallDirection.INTERNAL, List.of("internal", "local", "belső", "belso")));

    static final Map<String, CallOutcome> OUTCOMES = known(Map.of(
            CallOutcome.ANSWERED, List.of("answered", "answer", "ok", "completed", "fogadott", "sikeres"),
            CallOutcome.MISSED,
                    List.of(
                            "no answer",
                            "noanswer",
                            "missed",
                            "unanswered",
                            "cancel",
                            "cancelled",
                            "abandoned",
                            "nem fogadott",
                            "elmulasztott"),
            CallOutcome.BUSY, List.of("busy", "foglalt"),
            CallOutcome.FAILED, List.of("failed", "congestion", "error", "sikertelen"),
            CallOutcome.VOICEMAIL, List.of("voicemail", "hangposta")));

    private Vocabulary() {}

    static String fold(String word) {
        return QUOTES.matcher(word.strip())
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('_', ' ')
                .replace('-', ' ')
                .replace('+', ' ');
    }

    static <T> Map<String, T> fold(Map<String, T> words) {
        Map<String, T> folded = new HashMap<>();
        words.forEach((word, meaning) -> folded.put(fold(word), meaning));
        return folded;
    }

    private static <T> Map<String, T> known(Map<T, List<String>> words) {
        Map<String, T> known = new HashMap<>();
        words.forEach((meaning, list) -> list.forEach(word -> known.put(fold(word), meaning)));
        return Map.copyOf(known);
    }
}
