package io.mostik.bridge.server;

import io.mostik.bridge.link.Link;
import io.mostik.bridge.link.LinkFile;
import io.mostik.bridge.link.LinkFileException;
import io.mostik.bridge.link.LinkProblem;
import io.mostik.bridge.link.LinkSet;
import io.mostik.bridge.server.config.BridgeConfig;
import io.mostik.bridge.server.config.ConfigException;
import io.mostik.bridge.server.config.ConfigProblem;
import io.mostik.bridge.server.online.LinkUse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The links of the settings and of {@code links.d}, and which file each is in. */
final class LinkFiles {

    private final BridgeConfig config;
    private final Map<String, Link> links = new LinkedHashMap<>();
    private final Map<String, Path> files = new LinkedHashMap<>();
    private final List<ConfigProblem> problems = new ArrayList<>();

    private LinkFiles(BridgeConfig config) {
        this.config = config;
    }

    /**
     * Reads the links of all files.
     *
     * @throws ConfigException naming every line that is wrong, and its file if that is not the settings' own
     */
    static LinkFiles read(BridgeConfig config) {
        LinkFiles read = new LinkFiles(config);
        if (config.hasLinks()) {
            read.add(config.file());
        }
        config.linkFiles().forEach(read::add);
        if (!read.problems.isEmpty()) {
            throw new ConfigException(config.file().getFileName().toString(), read.problems);
        }
        return read;
    }

    /** Returns the links of all files. */
    LinkSet links() {
        return LinkSet.of(List.copyOf(links.values()));
    }

    /** Returns each link with the name of its file. */
    List<LinkUse> uses() {
        return links.values().stream()
                .map(link -> new LinkUse(
                        link,
                        files.getOrDefault(link.name(), config.file())
                                .getFileName()
                                .toString()))
                .toList();
    }

    /** Returns problems of links as those of the settings; warnings are left out. */
    ConfigException refused(List<LinkProblem> found) {
        return new ConfigException(
                config.file().getFileName().toString(),
                found.stream()
                        .filter(problem -> !problem.isWarning())
                        .map(problem -> problem(fileOf(problem), problem))
                        .toList());
    }

    private void add(Path file) {
        try {
            LinkSet read = file.equals(config.file())
                    ? LinkFile.readAmongOthers(Files.readString(file, StandardCharsets.UTF_8))
                    : LinkFile.read(file);
            read.all().forEach(link -> add(file, link));
        } catch (LinkFileException e) {
            e.problems().forEach(problem -> problems.add(problem(file, problem)));
        } catch (IOException | UncheckedIOException e) {
            problems.add(problem(file, new LinkProblem(0, "", "cannot be read as UTF-8", false)));
        }
    }

    private void add(Path file, Link link) {
        Path first = Optional.ofNullable(files.putIfAbsent(link.name(), file)).orElse(file);
        if (links.putIfAbsent(link.name(), link) != null) {
            problems.add(problem(
                    file,
                    new LinkProblem(
                            link.line(), "links." + link.name(), "is in " + first.getFileName() + " already", false)));
        }
    }

    private Path fileOf(LinkProblem problem) {
        return files.entrySet().stream()
                .filter(entry -> (problem.place() + ".").startsWith("links." + entry.getKey() + "."))
                .max(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .orElse(config.file());
    }

    private ConfigProblem problem(Path file, LinkProblem problem) {
        String place =
                file.equals(config.file()) ? problem.place() : (file.getFileName() + " " + problem.place()).strip();
        return new ConfigProblem(problem.line(), place, problem.reason());
    }
}
