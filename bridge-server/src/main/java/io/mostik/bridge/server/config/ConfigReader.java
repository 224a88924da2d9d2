package io.mostik.bridge.server.config;

import io.mostik.bridge.yaml.YamlProblems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Reads {@code mostik-bridge.yaml}. All that is wrong is said at once. */
public final class ConfigReader {

    /** The usual name of the file. */
    public static final String FILE = "mostik-bridge.yaml";

    private static final Duration DAY = Duration.ofDays(1);

    private final Path file;
    private final YamlProblems problems = new YamlProblems();
    private final Files600 modes = new Files600();

    private ConfigReader(Path file) {
        this.file = file;
    }

    /**
     * Reads settings, with the environment of the process.
     *
     * @throws ConfigException if anything is wrong
     */
    public static BridgeConfig read(Path file) {
        return read(file, SecretSource.environmentOfProcess());
    }

    /**
     * Reads settings.
     *
     * @param environment returns a variable, or an empty text
     * @throws ConfigException if anything is wrong
     */
    public static BridgeConfig read(Path file, UnaryOperator<String> environment) {
        return new ConfigReader(file.toAbsolutePath().normalize()).read(environment);
    }

    private BridgeConfig read(UnaryOperator<String> environment) {
        Path folder = file.resolveSibling("");
        Section root = Section.root(text(), problems, new SecretSource(folder, environment));
        ZoneId zone = root.zone("zone").orElse(ZoneId.of("Europe/Moscow"));
        ListenReader listen = new ListenReader(root.section("listen"), folder);
        AccountReader accounts = new AccountReader(root, folder, zone);
        Section keep = root.section("keep");
        BridgeConfig config = new BridgeConfig(
                file,
                StoreReader.read(root.section("store"), folder),
                listen.read("gateway", 8085),
                listen.read("page", 8086),
                listen.read("hooks", 8087),
                zone,
                accounts.bases(),
                accounts.connections(),
                accounts.people(),
                new KeepSettings(
                        keep.duration("bodies", DAY.multipliedBy(14)),
                        keep.duration("fields", DAY.multipliedBy(90)),
                        keep.duration("keys", DAY.multipliedBy(5 * 365)),
                        keep.duration("decisions", DAY.multipliedBy(5 * 365))),
                linkFiles(folder.resolve("links.d")),
                root.has("links"),
                modes.warnings(file));
        keep.end();
        listen.end();
        root.has("lookups");
        root.end();
        if (!problems.isEmpty()) {
            throw new ConfigException(
                    file.getFileName().toString(),
                    problems.all().stream()
                            .map(problem -> new ConfigProblem(problem.line(), problem.place(), problem.reason()))
                            .toList());
        }
        return config;
    }

    private String text() {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (IOException e) {
            problems.add(0, "", "it cannot be read as UTF-8; mostik-bridge init writes one");
            return "";
        }
    }

    private List<Path> linkFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.toString().matches("(?i).*\\.(yaml|yml|json)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            problems.add(0, "links.d", "the folder cannot be read");
            return List.of();
        }
    }
}
