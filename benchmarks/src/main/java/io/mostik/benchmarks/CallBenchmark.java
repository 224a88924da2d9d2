package io.mostik.benchmarks;

import io.mostik.remonline.RemOnline;
import io.mostik.remonline.orders.Order;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Single calls under JMH, to be looked at with its profilers ({@code -prof gc}, {@code -prof jfr}). */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@SuppressWarnings("NullAway.Init") // filled before each trial
public class CallBenchmark {

    private Server server;
    private Floor floor;
    private RemOnline sdk;

    /** Creates it; JMH does. */
    public CallBenchmark() {}

    /** Starts the server. */
    @Setup(Level.Trial)
    public void start() {
        server = new Server(Jvm.current());
        floor = new Floor(server.base(""));
        sdk = Sdk.client(server.base(""));
    }

    /** Ends the server. */
    @TearDown(Level.Trial)
    public void end() {
        sdk.close();
        server.close();
    }

    /** One order, by hand. */
    @Benchmark
    public long floorOrder() {
        return floor.get(42).id();
    }

    /** One order. */
    @Benchmark
    public Order sdkOrder() {
        return sdk.orders().get(42);
    }

    /** A page, by hand. */
    @Benchmark
    public int floorPage() {
        return floor.page(3).data().size();
    }

    /** A page. */
    @Benchmark
    public int sdkPage() {
        return sdk.orders().list(Walk.ALL).pages().iterator().next().items().size();
    }
}
