package io.mostik.core.faults;

import static io.mostik.core.faults.Expected.Seen.REJECTED;
import static io.mostik.core.faults.Expected.Seen.UNKNOWN;
import static io.mostik.core.faults.FaultRow.row;
import static io.mostik.core.faults.Lab.answers;
import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.Phase;
import io.mostik.core.test.RawServer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("faults")
@ExtendWith(FaultReport.class)
class RedirectFaultsTest {

    /** Where a redirect would lead. Nothing may ever come here. */
    private static final RawServer ELSEWHERE = RawServer.start(Lab.HEALTHY);

    static Stream<FaultCase> cases() {
        List<FaultRow> rows = new ArrayList<>();
        for (int status : new int[] {301, 302, 303, 307, 308}) {
            for (String target : List.of(
                    ELSEWHERE.uri() + "/" + Canary.TOKEN.reveal(),
                    "http://other.test/a",
                    "/same",
                    "file:///etc/passwd")) {
                String shown = target.startsWith("http://127") ? "this machine" : target;
                // 302 and 303 after a write may mean "done, look there".
                Expected.Seen seen = status == 302 || status == 303 ? UNKNOWN : REJECTED;
                rows.add(row("F30", status + " to " + shown, answers(status, "Location: " + target + "\r\n", ""))
                        .at(Phase.DECODE)
                        .read(seen, 1)
                        .repeatable(seen, 1)
                        .once(seen, 1)
                        .saying("not followed"));
            }
        }
        rows.add(row("F31", "redirect to itself", answers(302, "Location: /thing\r\n", ""))
                .at(Phase.DECODE)
                .read(UNKNOWN, 1)
                .repeatable(UNKNOWN, 1)
                .once(UNKNOWN, 1)
                .saying("not followed"));
        return FaultRow.cases(rows.toArray(new FaultRow[0]));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void givenRedirect_whenCalling_thenNobodyElseHearsOfIt(FaultCase faultCase) throws Exception {
        faultCase.check();

        assertThat(ELSEWHERE.connections()).isZero();
    }

    @AfterAll
    static void close() {
        ELSEWHERE.close();
    }
}
