package io.mostik.bridge.link;

import io.mostik.bridge.text.Durations;
import io.mostik.bridge.text.Nearest;
import io.mostik.bridge.yaml.YamlTree;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of one map, by name. What is wrong with one is a problem, and the setting counts as absent.
 *
 * @param tree the map
 * @param values its entries
 */
record Settings(YamlTree tree, Map<String, YamlTree> values) {

    static Settings of(YamlTree tree, Collection<String> known) {
        Map<String, YamlTree> values = tree.isMap() ? tree.entries() : Map.of();
        if (!tree.isMap()) {
            tree.problem("must be a map of names and values");
        }
        refuseOthers(values, known);
        return new Settings(tree, values);
    }

    static void refuseOthers(Map<String, YamlTree> values, Collection<String> known) {
        values.forEach((name, value) -> {
            if (!known.contains(name)) {
                value.problem("is not known" + Nearest.hint(name, known));
            }
        });
    }

    static String message(IllegalArgumentException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("cannot be read");
    }

    Optional<YamlTree> tree(String name) {
        return Optional.ofNullable(values.get(name));
    }

    Optional<String> text(String name) {
        return tree(name).flatMap(value -> {
            Optional<String> text = value.text();
            if (text.filter(String::isBlank).isPresent()) {
                value.problem("has no value");
            }
            return text.filter(found -> !found.isBlank());
        });
    }

    Optional<String> required(String name) {
        if (!values.containsKey(name)) {
            tree.problem(name + " is missing");
        }
        return text(name);
    }

    List<String> texts(String name) {
        return tree(name)
                .map(value -> (value.isList() ? value.elements() : List.of(value))
                        .stream().flatMap(element -> element.text().stream()).toList())
                .orElse(List.of());
    }

    Optional<Template> template(String name) {
        return text(name).flatMap(text -> {
            try {
                return Optional.of(Template.of(text));
            } catch (IllegalArgumentException e) {
                check(name, false, message(e));
                return Optional.empty();
            }
        });
    }

    boolean flag(String name) {
        Optional<String> text = text(name);
        text.ifPresent(word -> check(name, word.equals("true") || word.equals("false"), "must be true or false"));
        return text.filter("true"::equals).isPresent();
    }

    Optional<Integer> number(String name, int least, int most) {
        Optional<String> text = text(name);
        Optional<Integer> number = text.filter(digits -> digits.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .filter(found -> found >= least && found <= most);
        text.ifPresent(given -> check(name, number.isPresent(), "must be a number from " + least + " to " + most));
        return number;
    }

    Optional<Duration> duration(String name) {
        Optional<String> text = text(name);
        Optional<Duration> duration = text.flatMap(Durations::read).filter(length -> !length.isZero());
        text.ifPresent(given -> check(name, duration.isPresent(), "must be a time such as 90s, 30m, 24h or 2d"));
        return duration;
    }

    void check(String name, boolean holds, String reason) {
        if (!holds) {
            tree(name).orElse(tree).problem(reason);
        }
    }
}
