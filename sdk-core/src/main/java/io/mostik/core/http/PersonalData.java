package io.mostik.core.http;

/**
 * Hides what looks like an address of e-mail, or like a number of a card, an account or a phone. Dates, sums, order numbers,
 * IP addresses and ids stay, as support needs them. Takes time in proportion to the length of the text.
 */
final class PersonalData {

    private static final String ENCODED_AT = "%40";

    private PersonalData() {}

    static void hideIn(Marks marks) {
        hideMail(marks);
        hideNumbers(marks);
    }

    private static void hideMail(Marks marks) {
        String text = marks.text();
        for (int at = 0; at < text.length(); at++) {
            int sign = text.charAt(at) == '@' ? 1 : text.startsWith(ENCODED_AT, at) ? ENCODED_AT.length() : 0;
            if (sign > 0) {
                int begin = at;
                while (begin > 0 && isLocal(text.charAt(begin - 1))) {
                    begin--;
                }
                int end = at + sign;
                while (end < text.length() && isHost(text.charAt(end))) {
                    end++;
                }
                if (begin < at && end > at + sign) {
                    marks.hide(begin, withoutDots(text, end));
                }
                at = Math.max(at, end - 1);
            }
        }
    }

    /** The dot that ends the sentence is no part of the address. */
    private static int withoutDots(String text, int end) {
        int last = end;
        while (text.charAt(last - 1) == '.' || text.charAt(last - 1) == '-') {
            last--;
        }
        return last;
    }

    private static boolean isLocal(char c) {
        return Character.isLetterOrDigit(c) || ".+_-%'!#$&*=?^`{|}~".indexOf(c) >= 0;
    }

    private static boolean isHost(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_';
    }

    private static void hideNumbers(Marks marks) {
        String text = marks.text();
        int at = 0;
        while (at < text.length()) {
            int plain = PlainNumbers.end(text, at);
            if (plain > at) {
                at = plain;
            } else if (NumberRun.beginsAt(text, at)) {
                NumberRun run = NumberRun.at(text, at);
                if (run.isPersonal()) {
                    marks.hide(run.from(), run.to());
                }
                at = run.to();
            } else {
                at++;
            }
        }
    }
}
