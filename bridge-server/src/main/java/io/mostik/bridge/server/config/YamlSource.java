package io.mostik.bridge.server.config;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Turns YAML 1.2 (and so JSON) into a tree that knows its lines. */
final class YamlSource {

    private static final int MOST_ALIASES = 50;
    private static final int LONGEST = 1024 * 1024;

    private YamlSource() {}

    /** Returns the whole file as a section; an empty one if it cannot be read, with a problem that says why. */
    static Section read(String text, Problems problems, SecretSource secrets) {
        Optional<Node> root = Optional.empty();
        try {
            root = new Compose(settings(text)).composeString(text);
        } catch (MarkedYamlEngineException e) {
            problems.add(line(e.getProblemMark()), "", e.getProblem());
        } catch (YamlEngineException e) {
            problems.add(
                    0, "", String.valueOf(e.getMessage()).lines().findFirst().orElse("this is no YAML"));
        } catch (StackOverflowError e) {
            problems.add(0, "", "nested too deeply");
        }
        if (root.isPresent() && !(root.get() instanceof MappingNode)) {
            problems.add(line(root.get().getStartMark()), "", "names and values are expected, such as store:");
        }
        return root.filter(MappingNode.class::isInstance)
                .map(MappingNode.class::cast)
                .map(node -> Section.of(node, "", problems, secrets))
                .orElseGet(() -> Section.empty(problems, secrets));
    }

    static int line(Optional<Mark> mark) {
        return mark.map(Mark::getLine).orElse(-1) + 1;
    }

    private static LoadSettings settings(String text) {
        return LoadSettings.builder()
                .setUseMarks(true)
                .setMaxAliasesForCollections(MOST_ALIASES)
                .setCodePointLimit(LONGEST)
                .setBufferSize(text.length() + 1) // it fails where a surrogate pair lies on the edge of its buffer
                .setAllowNonScalarKeys(true)
                .build();
    }
}
