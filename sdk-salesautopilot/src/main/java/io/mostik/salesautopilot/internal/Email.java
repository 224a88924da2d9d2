package io.mostik.salesautopilot.internal;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** E-mail addresses as people type them, and when two of them are one. */
public final class Email {

    /** Blanks that do not break and marks that nobody sees are among them: people copy addresses from web pages. */
    private static final Pattern AROUND =
            Pattern.compile("^[\\s\\p{Cf}]+|[\\s\\p{Cf}]+$", Pattern.UNICODE_CHARACTER_CLASS);

    private Email() {}

    /**
     * Returns an address as it is sent: without blanks around it, its domain in small ASCII letters. The part before the @ stays
     * as it was typed. What is no address stays as it is, for the vendor to refuse.
     */
    public static String normal(String typed) {
        String address = Normalizer.normalize(AROUND.matcher(typed).replaceAll(""), Normalizer.Form.NFC);
        int at = address.lastIndexOf('@');
        if (at < 0) {
            return address;
        }
        String domain = address.substring(at + 1).toLowerCase(Locale.ROOT);
        try {
            return address.substring(0, at + 1) + IDN.toASCII(domain).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) { // no domain
            return address;
        }
    }

    /** Returns what two spellings of one address share. Upper and lower case do not matter: no provider tells them apart. */
    public static String key(String typed) {
        return normal(typed).toLowerCase(Locale.ROOT);
    }

    /** Returns whether two texts are one address. */
    public static boolean same(String one, String other) {
        return key(one).equals(key(other));
    }

    /** Returns an address with its domain in its own alphabet, as other programs may have written it; empty if that is ASCII. */
    public static Optional<String> inItsAlphabet(String typed) {
        String ascii = normal(typed);
        int at = ascii.lastIndexOf('@');
        String own = ascii.substring(0, at + 1) + IDN.toUnicode(ascii.substring(at + 1));
        return Optional.of(own).filter(spelling -> !spelling.equals(ascii));
    }
}
