package io.mostik.testing;

import java.util.List;
import java.util.function.IntFunction;

/** The simulators there are; the one place that names them all. */
final class Simulators {

    static final List<Entry> ALL = List.of();

    private Simulators() {}

    /** A simulator by the name it is started with; it takes the port, zero for a free one. */
    record Entry(String name, Class<? extends Simulator> type, IntFunction<? extends Simulator> starter) {}
}
