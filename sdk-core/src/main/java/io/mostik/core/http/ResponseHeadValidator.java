package io.mostik.core.http;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the head of an answer must keep to before its body is read: the JDK's client lets contradictions pass. */
final class ResponseHeadValidator {

    private static final Set<String> COMPRESSIONS =
            Set.of("gzip", "x-gzip", "deflate", "compress", "x-compress", "br", "zstd", "lzma", "bzip2");

    private ResponseHeadValidator() {}

    static Optional<String> objection(HttpHeaders headers, long atMost) {
        List<String> lengths = headers.allValues("Content-Length");
        if (lengths.size() > 1 && Set.copyOf(lengths).size() > 1) {
            return Optional.of("malformed answer: two lengths");
        }
        if (!lengths.isEmpty() && !headers.allValues("Transfer-Encoding").isEmpty()) {
            return Optional.of("malformed answer: a length and chunks");
        }
        if (isList(lengths)) {
            // Legal where all are equal, but Java's HTTP client reads no such line.
            return Optional.of("malformed answer: several lengths on one line");
        }
        if (!lengths.isEmpty() && !isLength(lengths.get(0))) {
            return Optional.of("malformed answer: a length that is none");
        }
        if (!lengths.isEmpty() && Long.parseLong(lengths.get(0).strip()) > atMost) {
            return Optional.of("answer is larger than " + atMost + " bytes");
        }
        return isCompressed(headers)
                ? Optional.of("answer is compressed although this was not asked for")
                : Optional.empty();
    }

    private static boolean isList(List<String> lengths) {
        for (String line : lengths) {
            if (line.indexOf(',') >= 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * Vendors put the character set, a blank or words of their own there: only a compression makes a body unreadable.
     */
    static boolean isCompressed(HttpHeaders headers) {
        List<String> lines = headers.allValues("Content-Encoding");
        if (lines.isEmpty()) {
            return false;
        }
        for (String line : lines) {
            for (String coding : line.split(",", -1)) {
                if (COMPRESSIONS.contains(coding.strip().toLowerCase(Locale.ROOT))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isLength(String length) {
        try {
            return Long.parseLong(length.strip()) >= 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
