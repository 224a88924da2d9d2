package io.mostik.examples.desk;

import com.sun.net.httpserver.HttpServer;
import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.workflow.CardWorkflows;
import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.http.SdkRuntime;
import io.mostik.core.webhook.HttpServerLimits;
import io.mostik.core.webhook.WebhookHttpHandler;
import io.mostik.pbx.PbxClient;
import io.mostik.pbx.vipex.Vipex;
import io.mostik.pbx.webhooks.PbxWebhooks;
import io.mostik.pbx.workflow.CallTracker;
import io.mostik.pbx.workflow.PbxWorkflows;
import io.mostik.testing.SimulatedClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * The desk, put together. Run it and open the address that it prints; all systems are simulators on this machine. What
 * it remembers lies in memory here: with {@code StateStore} over JDBC wishes, decisions and answers survive a restart.
 */
public final class CrmDesk implements AutoCloseable {

    private static final int BEAT_MILLIS = 250;
    private static final ThreadFactory THREADS = work -> {
        Thread thread = new Thread(work, "desk");
        thread.setDaemon(true);
        return thread;
    };

    private final DemoVendors vendors;
    private final SdkRuntime runtime = SdkRuntime.create();
    private final ExecutorService threads = Executors.newCachedThreadPool(THREADS);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(THREADS);
    private final EventStream events = new EventStream();
    private final PbxClient pbx;
    private final TBank bank;
    private final Recordings recordings;
    private final HttpServer hooks;
    private final DeskServer server;
    private final ScheduledFuture<?> beating;

    private CrmDesk(int port, DemoVendors vendors) throws IOException {
        this.vendors = vendors;
        this.pbx = vendors.telephony();
        this.bank = vendors.cards();
        this.recordings = new Recordings(pbx);
        this.hooks = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Customers customers = new Customers();
        StateStore store = StateStore.inMemory();
        PhoneDesk phone =
                new PhoneDesk(pbx, recordings, events, new PhoneDesk.Room(customers, runtime.async(), vendors.time()));
        CardWorkflows workflows = CardWorkflows.of(bank, store, vendors.time());
        vendors.record(workflows.directory());
        CardDesk cards = new CardDesk(bank, workflows, events);
        receive(phone);
        DeskApi api = new DeskApi(
                customers, phone, cards, new CustomerSystems(vendors.systems().clients(), runtime.async()), vendors);
        this.server =
                DeskServer.start(port, threads, new DeskServer.Rooms(api, new OnceOnly(store), recordings, events));
        this.beating = clock.scheduleWithFixedDelay(() -> beat(cards), BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Runs the desk until the program is ended; on a free port, or on {@code MOSTIK_DESK_PORT}. */
    public static void main(String[] args) throws IOException {
        HttpServerLimits.addTo(System.getProperties());
        int port = Integer.parseInt(System.getenv().getOrDefault("MOSTIK_DESK_PORT", "0"));
        CrmDesk desk = start(port, DemoVendors.start(SimulatedClock.running()));
        Runtime.getRuntime().addShutdownHook(new Thread(desk::close, "desk-end"));
        System.out.println("The desk is open at " + desk.address());
        System.out.println("All systems are simulated on this machine. End with Ctrl+C.");
    }

    /** Opens the desk on a port of loopback, 0 for a free one; closes the vendors at the end. */
    static CrmDesk start(int port, DemoVendors vendors) throws IOException {
        try {
            return new CrmDesk(port, vendors);
        } catch (IOException | RuntimeException e) {
            vendors.close();
            throw e;
        }
    }

    /** Returns the address to open, with its key. */
    URI address() {
        return server.address();
    }

    /** Returns the news that open pages hear. */
    EventStream events() {
        return events;
    }

    /** The PBX pushes to a server of its own: the desk's serves people alone. */
    private void receive(PhoneDesk phone) {
        Secret key = Secret.of(UUID.randomUUID().toString());
        PbxWebhooks webhooks = Vipex.webhooks().secret(key).build();
        CallTracker calls = PbxWorkflows.of(StateStore.inMemory()).calls("desk");
        hooks.createContext(
                "/incoming", WebhookHttpHandler.of(webhooks.incomingCalls().endpoint(phone::ring)));
        hooks.createContext("/data", WebhookHttpHandler.of(webhooks.callData().endpoint(calls.handler(phone::told))));
        hooks.setExecutor(threads);
        hooks.start();
        URI base = URI.create("http://127.0.0.1:" + hooks.getAddress().getPort());
        vendors.push(base.resolve("/incoming"), base.resolve("/data"), key);
    }

    /** One thread moves the vendors' time and brings about what was approved. */
    private void beat(CardDesk cards) {
        try {
            vendors.runDue();
            cards.goOn();
        } catch (RuntimeException e) {
            System.getLogger("io.mostik.examples.desk").log(System.Logger.Level.ERROR, "the desk stumbled", e);
        }
    }

    @Override
    public void close() {
        beating.cancel(true);
        clock.shutdownNow();
        events.close();
        server.close();
        hooks.stop(0);
        threads.shutdownNow();
        pbx.close();
        bank.close();
        runtime.close();
        vendors.close();
        try {
            recordings.close();
        } catch (IOException e) {
            System.getLogger("io.mostik.examples.desk")
                    .log(System.Logger.Level.WARNING, "recordings were left in the folder for temporary files");
        }
    }
}
