package io.mostik.bridge.server.config;

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
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Names and values at one place of the settings. What is wrong is noted, and reading goes on as if the setting were not
 * there; what nobody has asked for is noted at the end. Not thread-safe.
 */
final class Section {

    private final int line;
    private final String place;
    private final Map<String, Node> values;
    private final Set<String> known = new LinkedHashSet<>();
    private final Problems problems;
    private final SecretSource secrets;

    private Section(int line, String place, Map<String, Node> values, Problems problems, SecretSource secrets) {
        this.line = line;
        this.place = place;
        this.values = values;
        this.problems = problems;
        this.secrets = secrets;
    }

    static Section empty(Problems problems, SecretSource secrets) {
        return new Section(0, "", Map.of(), problems, secrets);
    }

    static Section of(MappingNode node, String place, Problems problems, SecretSource secrets) {
        Map<String, Node> values = new LinkedHashMap<>();
        Section section = new Section(YamlSource.line(node.getStartMark()), place, values, problems, secrets);
        node.getValue().forEach(tuple -> {
            int at = YamlSource.line(tuple.getKeyNode().getStartMark());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.add(at, place, "a name must be a text");
            } else if (values.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
                problems.add(at, section.below(key.getValue()), "this is set twice");
            }
        });
        return section;
    }

    String place() {
        return place;
    }

    boolean has(String name) {
        known.add(name);
        return values.containsKey(name);
    }

    Optional<String> text(String name) {
        return find(name).flatMap(node -> scalar(name, node));
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
        return read(name, Section::duration).orElse(otherwise);
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
        return values.get(name) instanceof ScalarNode;
    }

    /** Returns one text or a list of them. */
    List<String> texts(String name) {
        return find(name).map(node -> elements(name, node)).orElse(List.of());
    }

    /** Returns a section below; an empty one if it is not there. */
    Section section(String name) {
        return find(name)
                .flatMap(node -> below(below(name), node))
                .orElseGet(() -> new Section(line, below(name), Map.of(), problems, secrets));
    }

    /** Returns the sections of a list. */
    List<Section> sections(String name) {
        List<Section> found = new ArrayList<>();
        find(name).ifPresent(node -> {
            if (node instanceof SequenceNode list) {
                for (int i = 0; i < list.getValue().size(); i++) {
                    below(below(name) + "[" + i + "]", list.getValue().get(i)).ifPresent(found::add);
                }
            } else {
                problem(name, "a list is expected");
            }
        });
        return found;
    }

    /** Returns the sections below by their names. */
    Map<String, Section> named() {
        Map<String, Section> found = new LinkedHashMap<>();
        values.forEach((name, node) -> {
            known.add(name);
            below(below(name), node).ifPresent(section -> found.put(name, section));
        });
        return found;
    }

    void problem(String name, String reason) {
        Node node = values.get(name);
        int at = node == null ? line : YamlSource.line(node.getStartMark());
        problems.add(at, name.isEmpty() ? place : below(name), reason);
    }

    /** Notes the names that nobody has asked for. */
    void end() {
        values.keySet().stream().filter(name -> !known.contains(name)).forEach(name -> {
            String hint = Nearest.to(name, known)
                    .map(near -> "did you mean " + near + "?")
                    .orElse("known are " + String.join(", ", known));
            problem(name, "unknown setting; " + hint);
        });
    }

    private Optional<Node> find(String name) {
        known.add(name);
        return Optional.ofNullable(values.get(name));
    }

    private Optional<Section> below(String path, Node node) {
        if (node instanceof MappingNode mapping) {
            return Optional.of(of(mapping, path, problems, secrets));
        }
        problems.add(YamlSource.line(node.getStartMark()), path, "names and values are expected here");
        return Optional.empty();
    }

    private List<String> elements(String name, Node node) {
        List<String> texts = new ArrayList<>();
        List<Node> nodes = node instanceof SequenceNode list ? list.getValue() : List.of(node);
        nodes.forEach(each -> scalar(name, each).ifPresent(texts::add));
        return texts;
    }

    /** Texts stay as they were written: 0123 is no number, and no is not false. */
    private Optional<String> scalar(String name, Node node) {
        if (node instanceof ScalarNode scalar) {
            return Optional.of(scalar.getValue().strip()).filter(text -> !text.isEmpty());
        }
        problem(name, "a single value is expected");
        return Optional.empty();
    }

    private String below(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    private static Duration duration(String text) {
        if (!text.matches("[0-9]{1,5}[smhdy]")) {
            throw new IllegalArgumentException("a time such as 30s, 15m, 24h, 14d or 5y is expected");
        }
        long number = Long.parseLong(text.substring(0, text.length() - 1));
        return switch (text.charAt(text.length() - 1)) {
            case 's' -> Duration.ofSeconds(number);
            case 'm' -> Duration.ofMinutes(number);
            case 'h' -> Duration.ofHours(number);
            case 'd' -> Duration.ofDays(number);
            default -> Duration.ofDays(number * 365);
        };
    }
}
