package io.mostik.core.http;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Optional;

/** What the head of an answer must keep to before its body is read: the JDK's client lets contradictions pass. */
final class HeadRules {

    private HeadRules() {}

    static Optional<String> objection(HttpHeaders headers, long atMost) {
        List<String> lengths = headers.allValues("Content-Length");
        if (lengths.size() > 1) {
            return Optional.of("malformed answer: two lengths");
        }
        if (!lengths.isEmpty() && !headers.allValues("Transfer-Encoding").isEmpty()) {
            return Optional.of("malformed answer: a length and chunks");
        }
        if (!lengths.isEmpty() && !isLength(lengths.get(0))) {
            return Optional.of("malformed answer: a length that is none");
        }
        if (!lengths.isEmpty() && Long.parseLong(lengths.get(0).strip()) > atMost) {
            return Optional.of("answer is larger than " + atMost + " bytes");
        }
        boolean encoded = false;
        for (String encoding : headers.allValues("Content-Encoding")) {
            encoded |= !encoding.equalsIgnoreCase("identity");
        }
        return encoded ? Optional.of("answer is compressed although this was not asked for") : Optional.empty();
    }

    private static boolean isLength(String length) {
        try {
            return Long.parseLong(length.strip()) >= 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
