package io.mostik.core.faults;

import static io.mostik.core.faults.FaultRow.row;
import static io.mostik.core.faults.Lab.answers;

import io.mostik.core.Phase;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** F78: error texts that are long and of the kinds that make patterns slow or deep. */
@Tag("faults")
@ExtendWith(FaultReport.class)
class TextFaultsTest {

    private static final int LONG = 64_000;

    static Stream<FaultCase> cases() {
        return texts().entrySet().stream()
                .flatMap(text -> FaultRow.cases(
                        row("F78", text.getKey() + ", 400", answers(400, "", text.getValue()))
                                .rejected(1)
                                .saying("answered 400"),
                        row("F78", text.getKey() + ", 503", answers(503, "", text.getValue()))
                                .lost()
                                .at(Phase.DECODE)
                                .saying("answered 503")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void givenLongErrorText_whenCalling_thenEveryPromiseHolds(FaultCase faultCase) throws Exception {
        faultCase.check();
    }

    private static Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        texts.put("3 KB of numbers", "1 ".repeat(1_750));
        texts.put("64 KB of numbers", "1234567890, ".repeat(LONG / 12));
        texts.put("64 KB of dots", "a@b" + ".c".repeat(LONG / 2));
        texts.put("a drawing", "<svg>" + "<path d=\"M1.5,2.5 L10.25,11.75\"/>".repeat(LONG / 35) + "</svg>");
        texts.put("64 KB of base64", Base64.getEncoder().encodeToString(new byte[LONG * 3 / 4]));
        texts.put("half a number, half an address", "(+1 ".repeat(LONG / 8) + "x@".repeat(LONG / 4));
        return texts;
    }
}
