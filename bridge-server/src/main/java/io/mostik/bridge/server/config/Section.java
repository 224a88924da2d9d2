package io.mostik.bridge.server.config;

import io.mostik.bridge.text.Durations;
import io.mostik.bridge.text.Nearest;
import io.mostik.bridge.yaml.YamlProblems;
import io.mostik.bridge.yaml.YamlTree;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Names and values at one place of the settings. What is wrong is noted, and reading goes on as if the setting were not
 * there; what nobody has asked for is noted at the end. Not thread-safe.
 */
final class Section {

    private final int line;
    private final String place;
    private final Map<String, YamlTree> values;
    private final Set<String> known = new LinkedHashSet<>();
    private final YamlProblems problems;
    private final SecretSource secrets;

    private Section(int line, String place, Map<String, YamlTree> values, YamlProblems problems, SecretSource secrets) {
        this.line = line;
        this.place = place;
        this.values = values;
        this.problems = problems;
        this.secrets = secrets;
    }

    /** Returns a whole file; an empty section if it cannot be read, with a problem that says why. */
    static Section root(String text, YamlProblems problems, SecretSource secrets) {
        Optional<YamlTree> root = YamlTree.read(text, problems);
        root.filter(tree -> !tree.isMap())
                .ifPresent(tree -> tree.problem("names and values are expected, such as store:"));
        return root.filter(YamlTree::isMap)
                .map(tree -> of(tree, secrets))
                .orElseGet(() -> new Section(0, "", Map.of(), problems, secrets));
    }

    private static Section of(YamlTree tree, SecretSource secrets) {
        return new Section(tree.line(), tree.place(), tree.entries(), tree.problems(), secrets);
    }

    int line() {
        return line;
    }

    String place() {
        return place;
    }

    boolean has(String name) {
        known.add(name);
        return values.containsKey(name);
    }

    Optional<String> text(String name) {
        return find(name).flatMap(value -> scalar(name, value));
    }

    /** Returns a text that has to be there; an empty one, and a problem, if it is not. */
    String needText(String name) {
        if (!has(name)) {
            problem(name, "this is missing");
        }
        return text(name).orElse("");
    }

    /** Returns a value made of a text; {@link IllegalArgumentException}s are noted. */
    <T> Optional<T> read(String name, Function<String, T> how) {
        try {
            return text(name).map(how);
        } catch (IllegalArgumentException | DateTimeException e) {
            problem(name, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    int number(String name, int otherwise, int least, int most) {
        return read(name, text -> {
                    if (!text.matches("[0-9]{1,9}")
                            || Integer.parseInt(text) < least
                            || Integer.parseInt(text) > most) {
                        throw new IllegalArgumentException(
                                "a whole number from " + least + " to " + most + " is expected");
                    }
                    return Integer.parseInt(text);
                })
                .orElse(otherwise);
    }

    boolean flag(String name) {
        return word(name, "false", "true", "false").equals("true");
    }

    /** Returns one of a few words; the first is the default. */
    String word(String name, String otherwise, String... words) {
        return read(name, text -> {
                    if (!List.of(words).contains(text)) {
                        throw new IllegalArgumentException("one of " + String.join(", ", words) + " is expected");
                    }
                    return text;
                })
                .orElse(otherwise);
    }

    Duration duration(String name, Duration otherwise) {
        return read(
                        name,
                        text -> Durations.read(text)
                                .orElseThrow(() -> new IllegalArgumentException(
                                        "a time such as 30s, 15m, 24h, 14d or 5y is expected")))
                .orElse(otherwise);
    }

    Optional<ZoneId> zone(String name) {
        return read(name, text -> {
            try {
                return ZoneId.of(text);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("a zone such as Europe/Moscow is expected", e);
            }
        });
    }

    Optional<SecretSetting> secret(String name) {
        return read(name, secrets::read);
    }

    Optional<SecretSetting> needSecret(String name) {
        if (!has(name)) {
            problem(name, "this is missing");
        }
        return secret(name);
    }

    /** Returns the secrets of one reference or of a list of them. */
    List<SecretSetting> secrets(String name) {
        List<SecretSetting> found = new ArrayList<>();
        texts(name).forEach(reference -> check(name, () -> found.add(secrets.read(reference))));
        return found;
    }

    /** Notes what a check throws. */
    void check(String name, Runnable check) {
        try {
            check.run();
        } catch (IllegalArgumentException e) {
            problem(name, String.valueOf(e.getMessage()));
        }
    }

    boolean isText(String name) {
        return Optional.ofNullable(values.get(name)).flatMap(YamlTree::scalar).isPresent();
    }

    /** Returns one text or a list of them. */
    List<String> texts(String name) {
        return find(name).map(value -> elements(name, value)).orElse(List.of());
    }

    /** Returns a section below; an empty one if it is not there. */
    Section section(String name) {
        return find(name)
                .flatMap(this::below)
                .orElseGet(() -> new Section(line, below(name), Map.of(), problems, secrets));
    }

    /** Returns the sections of a list. */
    List<Section> sections(String name) {
        List<Section> found = new ArrayList<>();
        find(name).ifPresent(value -> {
            if (value.isList()) {
                value.elements().forEach(element -> below(element).ifPresent(found::add));
            } else {
                value.problem("a list is expected");
            }
        });
        return found;
    }

    /** Returns the sections below by their names. */
    Map<String, Section> named() {
        Map<String, Section> found = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            known.add(name);
            below(value).ifPresent(section -> found.put(name, section));
        });
        return found;
    }

    void problem(String name, String reason) {
        int at = Optional.ofNullable(values.get(name)).map(YamlTree::line).orElse(line);
        problems.add(at, name.isEmpty() ? place : below(name), reason);
    }

    /** Notes the names that nobody has asked for. */
    void end() {
        values.keySet().stream().filter(name -> !known.contains(name)).forEach(name -> {
            problem(name, "unknown setting" + Nearest.hint(name, known));
        });
    }

    private Optional<YamlTree> find(String name) {
        known.add(name);
        return Optional.ofNullable(values.get(name));
    }

    private Optional<Section> below(YamlTree value) {
        if (value.isMap()) {
            return Optional.of(of(value, secrets));
        }
        value.problem("names and values are expected here");
        return Optional.empty();
    }

    private List<String> elements(String name, YamlTree value) {
        List<String> texts = new ArrayList<>();
        List<YamlTree> elements = value.isList() ? value.elements() : List.of(value);
        elements.forEach(each -> scalar(name, each).ifPresent(texts::add));
        return texts;
    }

    /** Texts stay as they were written: 0123 is no number, and no is not false. A name without a value is no default. */
    private Optional<String> scalar(String name, YamlTree value) {
        Optional<String> text = value.scalar().map(String::strip);
        if (text.isEmpty()) {
            problem(name, "a single value is expected");
        } else if (text.get().isEmpty()) {
            problem(name, "this has no value");
        }
        return text.filter(written -> !written.isEmpty());
    }

    private String below(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }
}
