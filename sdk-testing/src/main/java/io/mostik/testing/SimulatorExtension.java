package io.mostik.testing;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives JUnit tests a fresh simulator each and closes it afterwards.
 *
 * <p>With {@code @ExtendWith(SimulatorExtension.class)} a test method takes the simulators it needs as parameters. With
 * {@code @RegisterExtension} and {@link #of}, {@link #simulator()} returns the one of the running test.
 */
public final class SimulatorExtension<S extends Simulator> implements BeforeEachCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(SimulatorExtension.class);

    private final Optional<Supplier<S>> start;
    private @Nullable S current;

    /** Makes the extension that serves parameters alone; JUnit calls it. */
    public SimulatorExtension() {
        this.start = Optional.empty();
    }

    private SimulatorExtension(Supplier<S> start) {
        this.start = Optional.of(start);
    }

    /** Returns an extension that starts this simulator before each test. */
    public static <S extends Simulator> SimulatorExtension<S> of(Supplier<S> start) {
        return new SimulatorExtension<>(requireNonNull(start, "start"));
    }

    /** Returns the simulator of the running test. */
    public S simulator() {
        if (current == null) {
            throw new IllegalStateException("No simulator: not made with of(...), or no test is running");
        }
        return current;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        start.ifPresent(starter -> {
            S started = starter.get();
            keep(context, this, started);
            current = started;
        });
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return start.isEmpty() && entry(parameter).isPresent();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Simulator started = entry(parameter).orElseThrow().starter().apply(0);
        keep(context, parameter.getParameter(), started);
        return started;
    }

    private static void keep(ExtensionContext context, Object key, Simulator started) {
        context.getStore(NAMESPACE).put(key, new Running(started));
    }

    private static Optional<Simulators.Entry> entry(ParameterContext parameter) {
        Class<?> type = parameter.getParameter().getType();
        return Simulators.ALL.stream()
                .filter(entry -> entry.type().equals(type))
                .findFirst();
    }

    /** What the store closes: by its own interface up to JUnit 5.12, as any resource from 5.13 on. */
    @SuppressWarnings("deprecation")
    private record Running(Simulator simulator) implements ExtensionContext.Store.CloseableResource, AutoCloseable {

        @Override
        public void close() {
            simulator.close();
        }
    }
}
