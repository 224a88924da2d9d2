package io.mostik.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TourTest {

    @Test
    void givenSimulators_whenWalkingTheTour_thenEveryVendorTellsWhatItRecorded() throws Exception {
        ByteArrayOutputStream told = new ByteArrayOutputStream();

        Tour.walk(new PrintStream(told, true, StandardCharsets.UTF_8), List.of());

        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains(
                        "granted 1450.50 in all; a purchase for 1 is now DECLINED",
                        "a spend limit of 30000",
                        "asked for requisites 1 time(s)",
                        "the bank recorded: blocked 1 time(s)",
                        "card of Kovács Nóra",
                        "dialled 1 time(s), told of 2 call(s)",
                        "dispositions [12]",
                        "1 welcome letter(s), 1 invoice(s)",
                        "1 change of status, 1 event(s) delivered",
                        "57.45 %",
                        "All stories are told.");
    }
}
