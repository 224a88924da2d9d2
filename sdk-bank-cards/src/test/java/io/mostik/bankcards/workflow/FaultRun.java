package io.mostik.bankcards.workflow;

import io.mostik.testing.FaultInjector;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One way to spoil a story.
 *
 * @param fault what happens
 * @param times to so many calls: one is repeated by the client where that is safe, many reach the story
 * @param verb of the method that is spoilt
 * @param path of the method that is spoilt
 */
record FaultRun(BankFault fault, int times, String verb, String path) {

    private static final int ONE = 1;
    private static final int MORE_THAN_THE_CLIENT_TRIES = 4;

    /** Returns every fault on each of these methods, once and lastingly. */
    static Stream<FaultRun> on(String... verbsAndPaths) {
        return Stream.of(verbsAndPaths)
                .map(method -> method.split(" ", 2))
                .flatMap(method -> Arrays.stream(BankFault.values())
                        .flatMap(fault -> List.of(ONE, MORE_THAN_THE_CLIENT_TRIES).stream()
                                .map(times -> new FaultRun(fault, times, method[0], method[1]))));
    }

    void arm(FaultInjector faults) {
        fault.on(faults, verb, path).times(times);
    }

    @Override
    public String toString() {
        return fault + " x" + times + " on " + verb + " " + path;
    }
}
