package io.mostik.bridge.link;

import io.mostik.bridge.yaml.YamlProblems;
import io.mostik.bridge.yaml.YamlTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads links from YAML 1.2, of which JSON is a part. Text stays text: {@code no} and {@code 0123} mean what they look like.
 *
 * <pre>{@code
 * LinkSet links = LinkFile.read("""
 *         links:
 *         - name: newsletter-to-calls
 *           on: mailchimp.subscriber
 *           from: newsletter
 *           do: vcc.record.add
 *           to: callcentre
 *           map:
 *             phone1: {from: merges.PHONE, as: phone, region: HU, required: true}
 *             name: "{merges.FNAME} {merges.LNAME}"
 *         """);
 * }</pre>
 *
 * <p>All that is wrong is told at once, each with its line. What only a running bridge knows, such as actions and
 * connections, is checked by {@link LinkCheck}. At most 1 MB, 200 links, 60 rules for each.
 */
public final class LinkFile {

    private LinkFile() {}

    /**
     * Reads the links of a file.
     *
     * @throws LinkFileException with all problems, if there is any
     * @throws UncheckedIOException if the file cannot be read
     */
    public static LinkSet read(Path file) {
        return read(text(file));
    }

    /**
     * Reads the links of a text.
     *
     * @throws LinkFileException with all problems, if there is any
     */
    public static LinkSet read(String yaml) {
        return read(yaml, new LinkReader(false));
    }

    /**
     * Reads the links of a text that also holds other settings, whose names are left alone.
     *
     * @throws LinkFileException with all problems, if there is any
     */
    public static LinkSet readAmongOthers(String yaml) {
        return read(yaml, new LinkReader(true));
    }

    private static LinkSet read(String yaml, LinkReader reader) {
        YamlProblems problems = new YamlProblems();
        Optional<YamlTree> tree = YamlTree.read(yaml, problems);
        if (tree.isEmpty() && problems.isEmpty()) {
            problems.add(0, "", "the file is empty");
        }
        LinkSet links = tree.map(reader::read).orElseGet(LinkSet::none);
        if (!problems.isEmpty()) {
            throw new LinkFileException(problems.all().stream()
                    .map(problem -> LinkProblem.error(problem.line(), problem.place(), problem.reason()))
                    .toList());
        }
        return links;
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > YamlTree.LARGEST_FILE) {
                throw new LinkFileException(List.of(LinkProblem.error(0, "", "larger than 1 MB")));
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new LinkFileException(List.of(LinkProblem.error(0, "", "is not written in UTF-8")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
