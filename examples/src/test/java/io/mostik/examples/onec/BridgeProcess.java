package io.mostik.examples.onec;

import io.mostik.bankcards.tbank.Environment;
import io.mostik.bankcards.tbank.TBank;
import io.mostik.core.Secret;
import io.mostik.core.TimeSource;
import io.mostik.testing.onec.OnecBaseSimulator;
import io.mostik.testing.tbank.TBankSimulator;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The bridge as a process of its own, which can be killed. Its clock is ahead of the machine's by as much as it is told. */
final class BridgeProcess {

    private BridgeProcess() {}

    public static void main(String[] args) throws InterruptedException {
        Map<String, String> environment = System.getenv();
        TimeSource time = new AheadTime(Duration.ofSeconds(Long.parseLong(args[0])));
        TBank bank = TBank.builder()
                .environment(Environment.of(environment.get("BANK"), environment.get("SECURED_BANK")))
                .token(Secret.fromEnv("BANK_TOKEN"))
                .build();
        BridgeConfig config = BridgeConfig.of(Map.of(
                "key", OnecCaller.KEY,
                "port", "0",
                "retry-seconds", "0.2",
                "settle-seconds", "1",
                "give-up-minutes", "100000",
                "odata.url", environment.get("BASE"),
                "odata.user", environment.get("BASE_USER"),
                "odata.password", environment.get("BASE_PASSWORD"),
                "odata.every-seconds", "0.1"));
        BridgeData data = BridgeData.inFolder(Path.of(environment.get("FOLDER")), time);
        OnecBridge bridge = OnecBridge.start(config, bank, data.store(), time);
        System.out.println(bridge.uri());
        Thread.currentThread().join();
    }

    static Process start(TBankSimulator bank, OnecBaseSimulator base, Path folder, Duration ahead) throws IOException {
        List<String> command = List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                BridgeProcess.class.getName(),
                Long.toString(ahead.toSeconds()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("errors").toFile()));
        builder.environment()
                .putAll(Map.of(
                        "BANK", bank.ordinaryUri().toString(),
                        "SECURED_BANK", bank.securedUri().toString(),
                        "BANK_TOKEN", bank.token(),
                        "BASE", base.uri().toString(),
                        "BASE_USER", base.user(),
                        "BASE_PASSWORD", base.password(),
                        "FOLDER", folder.toString()));
        return builder.start();
    }

    /** Waits until it listens; empty if it died before. */
    static Optional<URI> address(Process process) throws IOException {
        return Optional.ofNullable(process.inputReader().readLine()).map(URI::create);
    }

    /** The machine's clock, set ahead. */
    private record AheadTime(Duration ahead) implements TimeSource {

        @Override
        public Instant now() {
            return TimeSource.system().now().plus(ahead);
        }

        @Override
        public long nanoTime() {
            return TimeSource.system().nanoTime();
        }

        @Override
        public void sleep(Duration pause) throws InterruptedException {
            TimeSource.system().sleep(pause);
        }
    }
}
