package io.mostik.testing.salesautopilot;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mostik.testing.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The shapes of this vendor's answers: bare scalars, objects and arrays. */
final class Replies {

    private volatile boolean quoted;
    private volatile Optional<String> nothingFound = Optional.empty();
    private volatile Optional<String> orderTaken = Optional.empty();

    void quoted(boolean quote) {
        quoted = quote;
    }

    void nothingFound(String body) {
        nothingFound = Optional.of(body);
    }

    void orderTaken(String body) {
        orderTaken = Optional.of(body);
    }

    Answer order(long id) {
        return orderTaken.map(Replies::text).orElseGet(() -> scalar(id));
    }

    Answer scalar(long value) {
        return text(quoted ? "\"" + value + "\"" : Long.toString(value));
    }

    Answer flag(boolean done) {
        return scalar(done ? 1 : 0);
    }

    /** Returns a link: bare, or with quotation marks as JSON, its slashes escaped. */
    Answer link(String address) {
        return text(quoted ? "\"" + address.replace("/", "\\/") + "\"" : address);
    }

    Answer one(Optional<? extends Map<String, Object>> found) {
        return found.map(record -> Answer.textPlainJson(200, record)).orElseGet(() -> nothing("null"));
    }

    Answer many(List<Map<String, Object>> found) {
        return found.isEmpty() ? nothing("[]") : Answer.textPlainJson(200, found);
    }

    private Answer nothing(String byDefault) {
        return text(nothingFound.orElse(byDefault));
    }

    private static Answer text(String body) {
        return Answer.bytes(200, "text/plain; charset=utf-8", body.getBytes(UTF_8));
    }
}
