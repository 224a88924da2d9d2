package io.mostik.bankcards.workflow;

import io.mostik.testing.FaultInjector;
import java.time.Duration;
import java.util.function.Function;

/** Every fault the simulated bank can inject into one call of a story, before and after the bank has acted. */
enum BankFault {
    DROPPED_BEFORE(FaultInjector::dropBeforeActing),
    DROPPED_AFTER(FaultInjector::actThenDrop),
    RESET_BEFORE(FaultInjector::resetBeforeActing),
    RESET_AFTER(FaultInjector::actThenReset),
    CUT_BODY(FaultInjector::cutBody),
    BUSY(faults -> faults.answer(429)),
    ERROR_BEFORE(faults -> faults.answer(500)),
    ERROR_AFTER(faults -> faults.actThenAnswer(500)),
    GARBAGE(FaultInjector::garbage),
    STALL_BEFORE(FaultInjector::stall),
    STALL_AFTER(FaultInjector::actThenStall),
    ARRIVES_LATE(faults -> faults.actLater(Duration.ofHours(1)));

    private final Function<FaultInjector, FaultInjector.Setting> injection;

    BankFault(Function<FaultInjector, FaultInjector.Setting> injection) {
        this.injection = injection;
    }

    /** Injects the fault into calls with this verb and path. */
    FaultInjector.Setting on(FaultInjector faults, String verb, String path) {
        return injection.apply(faults).on(verb, path);
    }
}
