package io.mostik.bridge.yaml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * YAML 1.2 as a tree with places and lines; every value is the text that was written. What does not fit is added to the
 * problems, and reading goes on.
 *
 * @param node the YAML node
 * @param place where it is, such as {@code links.calls.map}
 * @param line its line, from 1 on
 * @param problems collects what is wrong
 */
public record YamlTree(Node node, String place, int line, YamlProblems problems) {

    /** How many bytes a file may have. */
    public static final int LARGEST_FILE = 1024 * 1024;

    private static final int MOST_ALIASES = 50;

    /** Returns the tree of a text; empty if there is nothing in it, or if it is no YAML, which is a problem then. */
    public static Optional<YamlTree> read(String text, YamlProblems problems) {
        try {
            return compose(text, problems);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark()
                    .or(e::getContextMark)
                    .map(mark -> mark.getLine() + 1)
                    .orElse(0);
            problems.add(line, "", reason(e));
        } catch (ReaderException e) {
            int end = text.offsetByCodePoints(0, Math.min(e.getPosition(), text.codePointCount(0, text.length())));
            int line = 1
                    + (int) text.substring(0, end)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            problems.add(line, "", "a character that YAML does not allow");
        } catch (YamlEngineException e) {
            problems.add(0, "", reason(e));
        } catch (StackOverflowError e) {
            problems.add(0, "", "nested too deeply");
        }
        return Optional.empty();
    }

    private static Optional<YamlTree> compose(String text, YamlProblems problems) {
        if (text.getBytes(StandardCharsets.UTF_8).length > LARGEST_FILE) {
            problems.add(0, "", "larger than 1 MB");
            return Optional.empty();
        }
        Optional<Integer> half = lineOfHalfCharacter(text);
        if (half.isPresent()) {
            problems.add(half.get(), "", "half a character");
            return Optional.empty();
        }
        LoadSettings settings = LoadSettings.builder()
                .setMaxAliasesForCollections(MOST_ALIASES)
                .setCodePointLimit(LARGEST_FILE + 1)
                .setAllowNonScalarKeys(true)
                .build();
        String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
        // Its short way in is a package that its module keeps to itself.
        Optional<Node> root =
                new Composer(settings, new ParserImpl(settings, new StreamReader(settings, bare))).getSingleNode();
        return root.map(node -> new YamlTree(node, "", lineOf(node), problems));
    }

    /** The reader of YAML fails at half of a surrogate pair. */
    private static Optional<Integer> lineOfHalfCharacter(String text) {
        int line = 1;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int here = text.codePointAt(at);
            if (here >= Character.MIN_SURROGATE && here <= Character.MAX_SURROGATE) {
                return Optional.of(line);
            }
            line += here == '\n' ? 1 : 0;
        }
        return Optional.empty();
    }

    private static String reason(YamlEngineException e) {
        String problem = e instanceof MarkedYamlEngineException marked ? marked.getProblem() : e.getMessage();
        return problem == null || problem.isBlank()
                ? "is no YAML"
                : problem.lines().findFirst().orElse("is no YAML");
    }

    private static int lineOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    /** Notes that something is wrong here. */
    public void problem(String reason) {
        problems.add(line, place, reason);
    }

    /** Returns whether it has names and values. */
    public boolean isMap() {
        return node instanceof MappingNode;
    }

    /** Returns whether it is a list. */
    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /** Returns whether nothing was written, or {@code null}. */
    public boolean isNothing() {
        return node.getTag().equals(Tag.NULL);
    }

    /** Returns a single value as it was written, {@code null} too; empty for a map or list. */
    public Optional<String> scalar() {
        return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
    }

    /** Returns a single value; anything else, and nothing, is a problem. */
    public Optional<String> text() {
        if (node instanceof ScalarNode && !isNothing()) {
            return scalar();
        }
        problem(isNothing() ? "has no value" : "must be one value");
        return Optional.empty();
    }

    /** Returns the entries of a map by name; keys that come twice or are no texts are problems. */
    public Map<String, YamlTree> entries() {
        Map<String, YamlTree> entries = new LinkedHashMap<>();
        if (!(node instanceof MappingNode map)) {
            problem("must be a map of names and values");
            return entries;
        }
        for (NodeTuple tuple : map.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)
                    || key.getValue().isBlank()) {
                problems.add(lineOf(tuple.getKeyNode()), place, "a name must be a text");
                continue;
            }
            String name = key.getValue();
            YamlTree value = child(tuple.getValueNode(), place.isEmpty() ? name : place + "." + name, lineOf(key));
            if (entries.putIfAbsent(name, value) != null) {
                value.problem("is there twice");
            }
        }
        return entries;
    }

    /** Returns the elements of a list. */
    public List<YamlTree> elements() {
        List<YamlTree> elements = new ArrayList<>();
        if (!(node instanceof SequenceNode list)) {
            problem("must be a list");
            return elements;
        }
        int index = 0;
        for (Node element : list.getValue()) {
            elements.add(child(element, place + "[" + index + "]", lineOf(element)));
            index++;
        }
        return elements;
    }

    /** Returns this tree under another name of its place. */
    public YamlTree at(String newPlace) {
        return new YamlTree(node, newPlace, line, problems);
    }

    private YamlTree child(Node child, String where, int at) {
        return new YamlTree(child, where, at, problems);
    }
}
