package io.mostik.bridge.link;

import io.mostik.core.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what an event tells and a link does not look at. */
final class UnusedPaths {

    private static final int MOST = 500;

    private UnusedPaths() {}

    static List<String> of(Link link, Json data) {
        Set<String> used = Stream.of(
                        link.rules().stream()
                                .flatMap(rule -> rule.source().stream())
                                .flatMap(template -> template.paths().stream()),
                        link.when().stream()
                                .flatMap(condition -> condition.anyOf().stream())
                                .map(Condition.Test::field),
                        Stream.concat(link.key().stream(), link.about().stream())
                                .flatMap(template -> template.paths().stream()))
                .flatMap(paths -> paths)
                .map(path -> path.toString().replaceAll("\\[(\\d+|\\*)\\]", "[*]"))
                .collect(Collectors.toSet());
        List<String> all = new ArrayList<>();
        walk("", data, all);
        return all.stream().distinct().filter(path -> !used.contains(path)).toList();
    }

    private static void walk(String path, Json json, List<String> all) {
        if (all.size() >= MOST) {
            return;
        }
        if (json.isObject()) {
            json.names().forEach(name -> walk(path.isEmpty() ? name : path + "." + name, json.get(name), all));
        } else if (json.isArray()) {
            json.elements().forEach(element -> walk(path + "[*]", element, all));
        } else if (json.isPresent()) {
            all.add(path);
        }
    }
}
