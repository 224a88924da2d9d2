package io.mostik.examples.onec;

import com.sun.net.httpserver.HttpServer;
import io.mostik.bankcards.tbank.TBank;
import io.mostik.core.ProgressListener;
import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import io.mostik.core.webhook.HttpServerLimits;
import io.mostik.examples.ProgressDisplay;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The bridge: a local HTTP service for 1C, and a reader of its dismissals. Runs against a simulated bank unless the
 * environment names a real one. Thread-safe.
 */
public final class OnecBridge implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(OnecBridge::daemon);
    private final IntentWorker worker;
    private final Optional<DismissalLooks> looks;

    private OnecBridge(HttpServer server, IntentWorker worker, Optional<DismissalLooks> looks) {
        this.server = server;
        this.worker = worker;
        this.looks = looks;
    }

    /**
     * Starts the bridge, and resumes what an earlier process left open.
     *
     * @param store shared with nobody: a bridge is alone on its store
     */
    public static OnecBridge start(BridgeConfig config, TBank bank, StateStore store, TimeSource time) {
        return start(config, bank, store, time, ProgressListener::none);
    }

    /** Starts it as the other {@code start} does; each look that finds dismissals gets its own display. */
    static OnecBridge start(
            BridgeConfig config, TBank bank, StateStore store, TimeSource time, Supplier<ProgressListener> display) {
        IntentJournal journal = new IntentJournal(store, time, config.keep());
        OnecTasks errands = new OnecTasks(bank, store, time, config.pauses());
        IntentWorker worker = new IntentWorker(journal, errands, time);
        Secret key = config.key().orElseThrow(() -> new IllegalArgumentException("key is missing"));
        BridgeService service =
                new BridgeService(journal, worker, new FlatAnswer(config.zone()), key, config.patience());
        Optional<DismissalLooks> looks = config.base()
                .map(base -> new DismissalLooks(
                        base, new DismissalReader(base, journal, store, time, config.span()), worker, time, display));
        OnecBridge bridge = new OnecBridge(listen(config), worker, looks);
        service.on(bridge.server);
        bridge.server.setExecutor(bridge.threads);
        bridge.server.start();
        worker.rounds(config.pauses().retry());
        looks.ifPresent(reader -> reader.every(config.lookEvery()));
        return bridge;
    }

    /** Returns where it listens. */
    public URI uri() {
        InetSocketAddress address = server.getAddress();
        return URI.create("http://" + address.getHostString() + ":" + address.getPort());
    }

    /** Looks for dismissals now, works on what is new, and returns it; empty if no 1C base is configured. */
    public List<Intent> look() {
        return looks.map(DismissalLooks::lookNow).orElse(List.of());
    }

    /** Stops listening and working; what was begun is continued by the next bridge. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        looks.ifPresent(DismissalLooks::close);
        worker.close();
    }

    /**
     * Runs the bridge until it is stopped.
     *
     * @param args a properties file, or nothing
     */
    public static void main(String[] args) throws InterruptedException {
        HttpServerLimits.addTo(System.getProperties());
        BridgeConfig config = BridgeConfig.load(
                Stream.of(args).filter(arg -> !arg.isBlank()).findFirst().map(Path::of));
        try (BridgeBank bank = BridgeBank.open()) {
            boolean trial = bank.simulator().isPresent();
            Secret made = Secret.of(UUID.randomUUID().toString());
            BridgeConfig complete = trial ? config.orKey(made) : config;
            try (BridgeData data = data(config, trial);
                    OnecBridge bridge =
                            start(complete, bank.client(), data.store(), TimeSource.system(), OnecBridge::onTerminal)) {
                bank.simulator().ifPresent(vendor -> Trial.explain(bridge.uri(), config, made, System.out));
                System.out.println("The bridge listens at " + bridge.uri() + "; end it with Ctrl-C.");
                Thread.currentThread().join();
            }
        }
    }

    private static ProgressListener onTerminal() {
        return ProgressDisplay.on(System.out);
    }

    private static BridgeData data(BridgeConfig config, boolean trial) {
        return config.data()
                .map(folder -> BridgeData.inFolder(folder, TimeSource.system()))
                .or(() -> trial ? Optional.of(BridgeData.inMemory(TimeSource.system())) : Optional.empty())
                .orElseThrow(() -> new IllegalArgumentException("data is missing: the folder of the journal"));
    }

    private static HttpServer listen(BridgeConfig config) {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getByName(config.listen()), config.port()), 0);
        } catch (IOException e) {
            throw new IllegalStateException("the bridge cannot listen on port " + config.port(), e);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "onec-bridge");
        thread.setDaemon(true);
        return thread;
    }
}
