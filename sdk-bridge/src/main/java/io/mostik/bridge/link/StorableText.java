package io.mostik.bridge.link;

/** Takes out what no store and no vendor takes: NUL, other control characters but line breaks and tabs, half characters. */
final class StorableText {

    private StorableText() {}

    static String of(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c == '\n' || c == '\t' || !(Character.isISOControl(c) || isHalf(c)))
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isHalf(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
