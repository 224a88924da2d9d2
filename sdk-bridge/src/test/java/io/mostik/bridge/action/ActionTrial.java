package io.mostik.bridge.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.Connections;
import io.mostik.bridge.Fields;
import io.mostik.core.StateStore;
import io.mostik.core.once.Once;
import io.mostik.core.once.OnceResult;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.OnceWorkflowContract;
import io.mostik.testing.Simulator;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.ServiceLoader;

/** A simulated vendor and one intent of one action, of which any number of nodes ask. */
abstract class ActionTrial implements OnceWorkflowContract.Subject {

    static final int MORE_THAN_THE_CLIENT_TRIES = 6;
    static final Duration LATE = Duration.ofDays(30);
    /** How long it takes until a person looks at what is unknown, by his own clock. */
    private static final Duration A_WHILE = Duration.ofMinutes(10);

    static final String CONNECTION = "one";

    final Simulator simulator;
    final ManualTime time;
    private final Connections connections;
    private final String action;
    private final Fields fields;
    private final String verb;
    private final String path;
    private final long start;
    private Instant shown;

    /**
     * A trial.
     *
     * @param client of the simulator, by the clock of the trial
     * @param method verb and path of the call that acts
     */
    ActionTrial(ManualTime time, VendorClient vendor, String action, String method, Fields fields) {
        this.time = time;
        this.simulator = vendor.simulator();
        this.connections = Connections.none().with(CONNECTION, vendor.name(), vendor.client());
        this.action = action;
        this.fields = fields;
        this.verb = method.split(" ", 2)[0];
        this.path = method.split(" ", 2)[1];
        this.shown = time.now();
        this.start = time.nanoTime();
    }

    /** A simulator with a client. */
    record VendorClient(String name, Simulator simulator, AutoCloseable client) {}

    /** Carries out another intent beforehand. */
    static void before(StateStore node, ManualTime time, VendorClient vendor, String action, Fields fields) {
        Connections connections = Connections.none().with(CONNECTION, vendor.name(), vendor.client());
        ActionResult result = action(node, time, connections, action).attempt(call("before", fields, time));
        assertThat(result).isInstanceOf(ActionResult.Done.class);
    }

    private static Action action(StateStore node, ManualTime time, Connections connections, String name) {
        return action(Once.over(node, time), time, connections, name);
    }

    private static Action action(Once once, ManualTime time, Connections connections, String name) {
        ActionContext context = new ActionContext(once, connections, time, ZoneId.of("Europe/Budapest"));
        return ServiceLoader.load(ActionProvider.class).stream()
                .flatMap(provider -> provider.get().actions(context).stream())
                .filter(known -> known.spec().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ActionCall call(String id, Fields fields, ManualTime time) {
        return new ActionCall(id, "erp", "document-1", CONNECTION, fields, time.now(), false);
    }

    @Override
    public OnceResult<?> act(StateStore node) {
        letTimePassAtTheVendor(node.now());
        ActionResult result = action(node, time, connections, action).attempt(call("intent-1", fields, time));
        if (result instanceof ActionResult.Refused) {
            assertThat(acted()).as("refused, though it happened: %s", result).isZero();
        }
        if (result instanceof ActionResult.Done done) {
            return new OnceResult.Done<>(Optional.of(done.code()), OnceResult.How.SENT);
        }
        if (result instanceof ActionResult.Unknown) {
            if (time.nanoTime() - start > A_WHILE.toNanos()) {
                resolve(node, acted() > 0);
            }
            return new OnceResult.Unknown<>(false);
        }
        return result instanceof ActionResult.Refused refused
                ? new OnceResult.Refused<>(refused.code())
                : new OnceResult.InProgress<>(Instant.EPOCH);
    }

    private void letTimePassAtTheVendor(Instant now) {
        if (now.isAfter(shown)) {
            simulator.clock().advance(Duration.between(shown, now));
            shown = now;
        }
    }

    /** As the bridge does it: the write record under the intent's id, then what the action keeps beside. */
    @Override
    public void resolve(StateStore node, boolean happened) {
        ActionCall call = call("intent-1", fields, time);
        Once once = Once.over(node, time);
        Action asked = action(once, time, connections, action);
        once.pending().filter(open -> open.ref().equals(call.id())).forEach(open -> once.resolve(open, happened));
        asked.resolved(call, happened);
    }

    @Override
    public void spoil(OnceWorkflowContract.Fault fault) {
        switch (fault) {
            case NONE -> {}
            case LOST_AFTER -> spoil(ActionContract.Dial.DROPPED_AFTER);
            case LOST_BEFORE -> spoil(ActionContract.Dial.DROPPED_BEFORE);
            case REFUSED -> spoil(ActionContract.Dial.BUSY);
            case LATE -> spoil(ActionContract.Dial.LATE);
        }
    }

    void spoil(ActionContract.Dial dial) {
        dial.on(simulator.faults()).on(verb, path);
    }

    @Override
    public void deliverLate() {
        simulator.faults().deliverLate();
    }

    @Override
    public int requests() {
        return simulator.journal().all().size();
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(15);
    }

    @Override
    public void close() {
        try {
            connections.client(CONNECTION, AutoCloseable.class).close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        simulator.close();
    }
}
