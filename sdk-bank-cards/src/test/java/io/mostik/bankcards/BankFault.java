package io.mostik.bankcards;

import io.mostik.testing.FaultDial;
import java.util.function.Function;

/** Everything that the dial of the simulated bank can do to one call of a story, before and after the bank has acted. */
enum BankFault {
    DROPPED_BEFORE(FaultDial::dropBeforeActing),
    DROPPED_AFTER(FaultDial::actThenDrop),
    RESET_BEFORE(FaultDial::resetBeforeActing),
    RESET_AFTER(FaultDial::actThenReset),
    CUT_BODY(FaultDial::cutBody),
    BUSY(dial -> dial.answer(429)),
    ERROR_BEFORE(dial -> dial.answer(500)),
    ERROR_AFTER(dial -> dial.actThenAnswer(500)),
    GARBAGE(FaultDial::garbage),
    STALL_BEFORE(FaultDial::stall),
    STALL_AFTER(FaultDial::actThenStall);

    private final Function<FaultDial, FaultDial.Setting> turn;

    BankFault(Function<FaultDial, FaultDial.Setting> turn) {
        this.turn = turn;
    }

    /** Turns the dial for calls with this verb and path. */
    FaultDial.Setting on(FaultDial dial, String verb, String path) {
        return turn.apply(dial).on(verb, path);
    }
}
