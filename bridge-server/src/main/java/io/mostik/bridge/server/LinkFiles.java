package io.mostik.bridge.server;

import io.mostik.bridge.link.LinkFile;
import io.mostik.bridge.link.LinkFileException;
import io.mostik.bridge.link.LinkProblem;
import io.mostik.bridge.link.LinkSet;
import io.mostik.bridge.server.config.BridgeConfig;
import io.mostik.bridge.server.config.ConfigException;
import io.mostik.bridge.server.config.ConfigProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads the links of the settings and of {@code links.d}. */
final class LinkFiles {

    private LinkFiles() {}

    /**
     * Returns the links of all files.
     *
     * @throws ConfigException naming the file, and every line that is wrong in it
     */
    static LinkSet read(BridgeConfig config) {
        LinkSet links = config.hasLinks() ? readOne(config.file(), true) : LinkSet.none();
        for (Path file : config.linkFiles()) {
            try {
                links = links.and(readOne(file, false));
            } catch (IllegalArgumentException e) {
                throw new ConfigException(
                        file.getFileName().toString(),
                        List.of(new ConfigProblem(0, "", String.valueOf(e.getMessage()))));
            }
        }
        return links;
    }

    static LinkSet readOne(Path file, boolean isAmongOthers) {
        try {
            return isAmongOthers
                    ? LinkFile.readAmongOthers(Files.readString(file, StandardCharsets.UTF_8))
                    : LinkFile.read(file);
        } catch (LinkFileException e) {
            throw refused(file.getFileName().toString(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the failure of links as one of the settings. */
    static ConfigException refused(String file, LinkFileException failure) {
        return new ConfigException(
                file,
                failure.problems().stream()
                        .filter(problem -> !problem.isWarning())
                        .map(LinkFiles::problem)
                        .toList());
    }

    private static ConfigProblem problem(LinkProblem problem) {
        return new ConfigProblem(problem.line(), problem.place(), problem.reason());
    }
}
