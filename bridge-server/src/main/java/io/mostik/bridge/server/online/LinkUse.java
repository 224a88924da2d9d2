package io.mostik.bridge.server.online;

import io.mostik.bridge.link.Condition;
import io.mostik.bridge.link.DataPath;
import io.mostik.bridge.link.Link;
import io.mostik.bridge.link.MapRule;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a link asks of an account.
 *
 * @param link the link
 * @param file the name of the file that it stands in
 */
public record LinkUse(Link link, String file) {

    /** Checks that no part is missing. */
    public LinkUse {
        Objects.requireNonNull(link, "link");
        Objects.requireNonNull(file, "file");
    }

    boolean does(String... actions) {
        return List.of(actions).contains(link.target().action());
    }

    boolean waitsFor(String trigger) {
        return link.source().trigger().equals(trigger);
    }

    Optional<MapRule> rule(String field) {
        return link.rules().stream().filter(rule -> rule.field().equals(field)).findFirst();
    }

    /** Returns the fixed value of a field; empty if it comes with the event, or the link does not fill it. */
    Optional<String> fixed(String field) {
        return rule(field).flatMap(MapRule::value);
    }

    /** Returns the rules of fields whose names begin so. */
    List<MapRule> under(String prefix) {
        return link.rules().stream()
                .filter(rule -> rule.field().startsWith(prefix))
                .toList();
    }

    /** Returns all paths into the data of events: of values, conditions, key and subject. */
    List<DataPath> paths() {
        Stream<DataPath> rules = link.rules().stream()
                .flatMap(rule -> rule.source().stream())
                .flatMap(template -> template.paths().stream());
        Stream<DataPath> conditions = link.when().stream()
                .flatMap(condition -> condition.anyOf().stream())
                .map(Condition.Test::field);
        Stream<DataPath> keys = Stream.concat(link.key().stream(), link.about().stream())
                .flatMap(template -> template.paths().stream());
        return Stream.of(rules, conditions, keys)
                .flatMap(paths -> paths)
                .filter(path -> !step(path, 0).equals("event") && !step(path, 0).equals("withdrawn"))
                .distinct()
                .toList();
    }

    /** Returns a name of a path, from the outside in; an empty text if it has no so many. */
    static String step(DataPath path, int number) {
        String[] names = path.toString().split("\\.", -1);
        return number < names.length ? names[number].replaceAll("\\[.*", "").strip() : "";
    }

    String place(MapRule rule) {
        return place(rule.line(), (rule.value().isPresent() ? "" : "map.") + rule.field());
    }

    String place(String setting) {
        return place(link.line(), setting);
    }

    private String place(int line, String setting) {
        return file + " line " + line + ", links." + link.name() + "." + setting;
    }
}
