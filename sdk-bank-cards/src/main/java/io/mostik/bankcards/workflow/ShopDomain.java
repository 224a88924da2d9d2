package io.mostik.bankcards.workflow;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Normalises the address of a shop. */
final class ShopDomain {

    private static final int LONGEST_KEY = 60;
    private static final Pattern PARTS =
            Pattern.compile("(?:[a-z][a-z0-9+.-]*://)?(?:[^/?#@]*@)?([^/?#:@]+)(?::\\d+)?(?:[/?#].*)?");

    /** Browsers take a backslash for a slash and leave control characters out, so they go elsewhere than the address says. */
    private static final Pattern MISLEADING = Pattern.compile("[\\\\\\p{Cntrl}\\p{Cf}\\s]");

    private ShopDomain() {}

    /** Returns the bare domain in lower case and ASCII, without {@code www}. */
    static String normalise(String addressOrDomain) {
        String address = addressOrDomain.strip().toLowerCase(Locale.ROOT);
        Matcher parts = PARTS.matcher(address);
        if (!parts.matches() || MISLEADING.matcher(address).find()) {
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

    /** Returns the form of a domain in keys: itself, or its digest where it is long. */
    static String key(String domain) {
        if (domain.length() <= LONGEST_KEY) {
            return domain;
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(domain.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
