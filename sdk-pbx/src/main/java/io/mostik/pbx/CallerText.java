package io.mostik.pbx;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number within a text in which a PBX or a person wrote it: without invisible marks, name, SIP or tel address and
 * extension.
 *
 * @param text what is left: a number, a word, or nothing
 * @param extension what was dialled after it
 * @param lostPlus whether a blank stands where a plus was before it went through a query
 * @param isPrivate whether it is an address by which SIP hides a caller
 */
record CallerText(String text, Optional<String> extension, boolean lostPlus, boolean isPrivate) {

    private static final int LONGEST = 256;
    private static final Pattern MARKS = Pattern.compile("[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]");
    private static final Pattern NAMED = Pattern.compile("^(?:\"[^\"]*\"|[^<>\"]*)\\s*<([^<>]*)>.*$", Pattern.DOTALL);
    private static final Pattern SCHEME = Pattern.compile("^(sips?|tel|callto):", Pattern.CASE_INSENSITIVE);
    private static final Pattern CHANNEL = Pattern.compile(
            "^(?:pjsip|sip|iax2|dahdi|local)/([^-@/]+)(?:@[^-]*)?(?:-[0-9a-f]+)?(?:;[12])?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern CONTEXT = Pattern.compile(";phone-context=([^;]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern EXTENSION_PARAMETER =
            Pattern.compile(";(?:ext|isub)=([0-9]{1,7})", Pattern.CASE_INSENSITIVE);
    private static final Pattern PRIVATE_USER = Pattern.compile(
            "anonymous|anonymus|unavailable|unknown|restricted|private|withheld", Pattern.CASE_INSENSITIVE);
    private static final Pattern HOUSE_EXTENSION = Pattern.compile("^(.*[0-9])\\s*/\\s*([0-9]{1,6})\\s*m\\.?$");
    private static final Pattern EXTENSION = Pattern.compile(
            "^(.*[0-9)])\\s*(?:[,#]\\s*|(?:,\\s*)?(?:extension|ext|x|mell[eé]k|mell|m|доб|вн|внутр|дод|wew|wewn|linka|kl|klapka"
                    + "|int|dw|durchwahl|nst)\\.?\\s*:?\\s*)([0-9]{1,6})$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    static CallerText of(String original) {
        if (original.length() > LONGEST) {
            return new CallerText("?", Optional.empty(), false, false);
        }
        String folded = Normalizer.normalize(MARKS.matcher(original).replaceAll(""), Normalizer.Form.NFKC);
        boolean lostPlus = folded.startsWith(" ");
        String text = folded.strip();
        Matcher named = NAMED.matcher(text);
        String address = named.matches() ? named.group(1).strip() : text;
        Matcher scheme = SCHEME.matcher(address);
        String kind = scheme.find() ? scheme.group(1).toLowerCase(Locale.ROOT) : "";
        String bare = address.substring(kind.isEmpty() ? 0 : kind.length() + 1);
        boolean isSip = kind.startsWith("sip") || bare.indexOf('@') > 0;
        String user = isSip ? userOf(bare) : bare;
        boolean isPrivate =
                isSip && (PRIVATE_USER.matcher(user).matches() || bare.matches("(?is).*@[^;:]*\\.invalid(?:[;:].*)?"));
        Matcher channel = CHANNEL.matcher(user);
        return numbered(channel.matches() ? channel.group(1) : decoded(user), lostPlus, isPrivate);
    }

    private static String userOf(String address) {
        int at = address.lastIndexOf('@');
        String user = at < 0 ? address.replaceAll("[:;?].*$", "") : address.substring(0, at);
        int password = user.indexOf(':');
        return password < 0 ? user : user.substring(0, password);
    }

    private static CallerText numbered(String text, boolean lostPlus, boolean isPrivate) {
        Optional<String> parameter = first(EXTENSION_PARAMETER, text);
        String context = first(CONTEXT, text).orElse("");
        int end = text.indexOf(';');
        boolean hasParameters = end > 0 && text.indexOf('=', end) > 0;
        String number = hasParameters ? text.substring(0, end).strip() : text;
        if (context.startsWith("+") && !number.startsWith("+")) {
            number = context + number;
        }
        Matcher house = HOUSE_EXTENSION.matcher(number);
        Matcher cut = house.matches() ? house : EXTENSION.matcher(number);
        return parameter.isEmpty() && cut.matches()
                ? new CallerText(cut.group(1), Optional.of(cut.group(2)), lostPlus, isPrivate)
                : new CallerText(number, parameter, lostPlus, isPrivate);
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8)
                    .strip();
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
