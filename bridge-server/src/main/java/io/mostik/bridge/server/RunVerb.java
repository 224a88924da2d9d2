package io.mostik.bridge.server;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the program until it is stopped. */
@Command(name = "run", description = "Runs the program until it is stopped.", mixinStandardHelpOptions = true)
final class RunVerb extends Verb {

    @Option(
            names = "--demo",
            description = "runs against simulated vendors in this process, in a folder that is removed at the end")
    private boolean demo;

    @Override
    public Integer call() throws IOException, InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            stopped.countDown();
                            awaitQuietly(closed);
                        },
                        "mostik-bridge-end"));
        try {
            return demo ? demo(stopped) : run(stopped);
        } finally {
            closed.countDown();
        }
    }

    private int run(CountDownLatch stopped) throws InterruptedException {
        try (RunningBridge bridge = RunningBridge.start(config())) {
            List.of("gateway", "page", "hooks")
                    .forEach(name -> bridge.uri(name).ifPresent(uri -> out().println(name + ": " + uri)));
            if (bridge.bridge().isHeld()) {
                out().println("held: nothing is sent until mostik-bridge release");
            }
            out().println("The bridge runs; Ctrl+C ends it.");
            stopped.await();
        }
        return 0;
    }

    private int demo(CountDownLatch stopped) throws IOException, InterruptedException {
        try (Demo demo = Demo.start(FreePort.orAny(8085), FreePort.orAny(8086))) {
            demo.explain(out());
            stopped.await();
        }
        return 0;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            boolean unused = latch.await(30, java.util.concurrent.TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
