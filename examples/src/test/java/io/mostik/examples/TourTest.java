package io.mostik.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TourTest {

    @Test
    void givenSimulators_whenTouring_thenEachTellsWhatItRecorded() throws Exception {
        ByteArrayOutputStream told = new ByteArrayOutputStream();

        Tour.walk(new PrintStream(told, true, StandardCharsets.UTF_8), List.of());

        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains(
                        "granted 1450.50 in all; a purchase for 1 is now DECLINED",
                        "reason=NO_ORDER",
                        "batches for all couriers at the bank: 1",
                        "left on the colleague's card 0",
                        "a spend limit of 30000",
                        "a limit raised to 420000",
                        "reissued 1 time(s), the old card is CLOSED",
                        "asked for requisites 1 time(s)",
                        "the bank recorded: blocked 1 time(s)",
                        "the bank recorded: blocked for 1C 1 time(s)",
                        "card of Kovács Nóra",
                        "2 welcome letters to 2 people",
                        "3 orders, 1 subscriber to write to about yoga blocks",
                        "1 payment(s) of the order",
                        "dialled 2 time(s) for 2 clicks",
                        "told of 2 calls, answered [200, 200]",
                        "1 call, pushed 2 times",
                        "for Kovács Nóra, dispositions [12]",
                        "Kata's status is customer",
                        "how=EARLIER",
                        "12 of 12 archived",
                        "the copy says: Done",
                        "told its news 2 time(s) of 1 change",
                        "the PBX told of the call 3 times",
                        "leads at RemOnline: 1",
                        "57.45 %",
                        "All stories are told.")
                .containsOnlyOnce("proven news of an order");
    }
}
