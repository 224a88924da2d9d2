package io.mostik.core.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mostik.core.json.Json;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Chromium without a window, driven over its DevTools protocol; ends with all of its processes. */
public final class Chromium implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final String HOW = "no Chromium was found: apt-get install -y --no-install-recommends chromium,"
            + " or set MOSTIK_CHROMIUM to the program";
    private static final List<String> OPTIONS = List.of(
            "--headless=new",
            "--no-sandbox",
            "--remote-debugging-port=0",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-extensions",
            "--disable-sync",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-default-apps",
            "--no-first-run",
            "--no-default-browser-check",
            "--password-store=basic",
            "--force-prefers-reduced-motion",
            "--mute-audio",
            "--hide-scrollbars",
            "--lang=en-US");

    private final Process process;
    private final Path profile;
    private final DevTools devTools;

    private Chromium(Process process, Path profile, DevTools devTools) {
        this.process = process;
        this.profile = profile;
        this.devTools = devTools;
    }

    /** Starts the browser; the test is skipped where there is none. */
    public static Chromium start() throws IOException {
        Optional<Path> program = find();
        assumeTrue(program.isPresent(), HOW);
        Path profile = Files.createTempDirectory("mostik-chromium");
        List<String> command = new ArrayList<>(List.of(program.get().toString()));
        command.addAll(OPTIONS);
        command.add("--user-data-dir=" + profile);
        command.add("about:blank");
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return new Chromium(process, profile, DevTools.connect(address(process)));
        } catch (RuntimeException e) {
            end(process);
            throw e;
        }
    }

    /** Opens a tab that shares nothing with others. */
    public Tab open() {
        String context = text(devTools.send("", "Target.createBrowserContext", Map.of()), "browserContextId");
        String target = text(
                devTools.send("", "Target.createTarget", Map.of("url", "about:blank", "browserContextId", context)),
                "targetId");
        String session = text(
                devTools.send("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true)), "sessionId");
        return new Tab(devTools, context, session);
    }

    private static String text(Json json, String name) {
        return json.get(name).text().orElseThrow();
    }

    private static Optional<Path> find() {
        return Stream.concat(
                        Stream.ofNullable(System.getenv("MOSTIK_CHROMIUM")).map(Path::of),
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name))))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The browser says on its error stream where it listens; what it says later is read so that it never waits. */
    private static URI address(Process process) {
        CompletableFuture<URI> address = new CompletableFuture<>();
        Thread reader = new Thread(
                () -> {
                    try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
                        lines.lines()
                                .filter(line -> line.startsWith("DevTools listening on "))
                                .forEach(line -> address.complete(URI.create(line.substring(22))));
                    } catch (IOException | UncheckedIOException e) {
                        address.completeExceptionally(e);
                    }
                    address.completeExceptionally(new IllegalStateException("Chromium ended"));
                },
                "chromium-errors");
        reader.setDaemon(true);
        reader.start();
        return address.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() throws IOException {
        devTools.close();
        end(process);
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        }
    }
}
