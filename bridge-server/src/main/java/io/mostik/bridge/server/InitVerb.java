package io.mostik.bridge.server;

import io.mostik.bridge.server.config.ConfigReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes settings to begin with. */
@Command(
        name = "init",
        description = "Writes settings with fresh keys to begin with; replaces nothing.",
        mixinStandardHelpOptions = true)
final class InitVerb extends Verb {

    private static final int KEY_BYTES = 32;

    @Option(names = "--demo", description = "starts a trial with simulated vendors instead, as run --demo")
    private boolean demo;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (demo) {
            try (Demo trial = Demo.start(FreePort.orAny(8085), FreePort.orAny(8086))) {
                trial.explain(out());
                new CountDownLatch(1).await();
            }
        }
        Path config = file().toAbsolutePath();
        Path folder = config.resolveSibling(".").normalize();
        if (Files.exists(config)) {
            throw new IllegalArgumentException(config.getFileName() + " is there already; nothing was written");
        }
        Files.createDirectories(folder);
        key(folder, "base.key");
        key(folder, "person.key");
        write(config, Resources.text("mostik-bridge.yaml"));
        write(folder.resolve("mostik-bridge.service"), Resources.text("mostik-bridge.service"));
        write(folder.resolve("mostik-bridge-winsw.xml"), Resources.text("mostik-bridge-winsw.xml"));
        out().println("written: " + config.getFileName()
                + ", base.key, person.key, mostik-bridge.service, mostik-bridge-winsw.xml");
        out().println("next: name your accounts in " + ConfigReader.FILE + ", then mostik-bridge check");
        return 0;
    }

    /** A key of 256 bits, which nobody guesses. */
    private static void key(Path folder, String name) throws IOException {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        write(folder.resolve(name), HexFormat.of().formatHex(bytes) + "\n");
    }

    private static void write(Path file, String text) throws IOException {
        if (!Files.exists(file)) {
            Files.writeString(Files.createFile(file, LocalDoor.private600()), text);
        }
    }
}
