package io.mostik.bridge.server.online;

import io.mostik.bridge.link.MapRule;
import io.mostik.bridge.server.online.Finding.Kind;
import io.mostik.core.AuthException;
import io.mostik.core.SdkException;
import io.mostik.core.TransportException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What was found at one account. Not thread-safe. */
final class Findings {

    private final String connection;
    private final List<Finding> found = new ArrayList<>();

    Findings(String connection) {
        this.connection = connection;
    }

    List<Finding> all() {
        return List.copyOf(found);
    }

    String place() {
        return "connections." + connection;
    }

    void add(Kind kind, String place, String reason) {
        found.add(new Finding(kind, place, reason));
    }

    /** Asks; a question that fails is a finding, and leaves the others alone. */
    <T> Optional<T> ask(String place, String what, Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (AuthException e) {
            add(Kind.WRONG, place, what + ": the vendor refuses the key, or the key lacks the right");
        } catch (TransportException e) {
            add(Kind.FAILED, place, what + ": the vendor could not be reached, " + e.phase());
        } catch (SdkException e) {
            add(Kind.FAILED, place, what + ": " + Names.plain(e.getMessage()));
        } catch (RuntimeException e) { // what a vendor answers must not end the look at the others
            add(
                    Kind.FAILED,
                    place,
                    what + ": its answer cannot be read, " + e.getClass().getSimpleName());
        }
        return Optional.empty();
    }

    /** Compares a fixed value of a field with what there is; a value that comes with the event cannot be. */
    Optional<String> compare(LinkUse use, String field, String thing, Names known) {
        Optional<MapRule> rule = use.rule(field);
        if (rule.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> value = rule.get().value().map(String::strip);
        if (value.isEmpty()) {
            add(Kind.UNCHECKED, use.place(rule.get()), "the " + thing + " comes with the event");
            return Optional.empty();
        }
        return has(use.place(rule.get()), thing, value.get(), known) ? value : Optional.empty();
    }

    /** Compares the names behind a prefix, such as {@code field_}, with those there are. */
    void compareUnder(LinkUse use, String prefix, String thing, Names known) {
        for (MapRule rule : use.under(prefix)) {
            boolean unused = has(use.place(rule), thing, rule.field().substring(prefix.length()), known);
        }
    }

    boolean has(String place, String thing, String value, Names known) {
        boolean isKnown = known.has(value);
        add(
                isKnown ? Kind.FITS : Kind.WRONG,
                place,
                isKnown ? thing + " " + value : "there is no " + thing + " " + value + known.hint(value));
        return isKnown;
    }
}
