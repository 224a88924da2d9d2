package io.mostik.bankcards;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One spelling for every way to write the address of a shop. */
final class ShopDomain {

    private static final Pattern PARTS =
            Pattern.compile("(?:[a-z][a-z0-9+.-]*://)?(?:[^/?#@]*@)?([^/?#:@]+)(?::\\d+)?(?:[/?#].*)?");

    private ShopDomain() {}

    /** Returns the bare domain in lower case and ASCII, without {@code www}. */
    static String normalise(String addressOrDomain) {
        Matcher parts = PARTS.matcher(addressOrDomain.strip().toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            throw new IllegalArgumentException("shop must be a domain or an address");
        }
        try {
            String domain =
                    IDN.toASCII(parts.group(1), IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            domain = domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
            return domain.startsWith("www.") ? domain.substring("www.".length()) : domain;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("shop must be a domain or an address");
        }
    }
}
