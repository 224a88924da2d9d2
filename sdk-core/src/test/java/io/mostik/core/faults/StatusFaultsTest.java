package io.mostik.core.faults;

import static io.mostik.core.faults.FaultRow.row;
import static io.mostik.core.faults.Lab.answers;

import io.mostik.core.ApiError;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.http.ErrorDecoder;
import io.mostik.core.http.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("faults")
@ExtendWith(FaultReport.class)
class StatusFaultsTest {

    private static final RetryPolicy THROTTLED = new RetryPolicy(
            3, Duration.ofMillis(20), Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofSeconds(60));
    private static final ErrorDecoder NOT_ACCEPTED = response -> response.status() == 503
            ? Optional.of(ApiError.of(503, "busy", "not accepted").as(Outcome.REJECTED))
            : Optional.empty();
    private static final ErrorDecoder LIMIT_IS_403 = response -> response.status() == 403
            ? Optional.of(ApiError.of(403, "limit", "").as(ApiError.Kind.THROTTLED))
            : Optional.empty();

    static Stream<FaultCase> cases() {
        List<FaultRow> rows = new ArrayList<>();
        IntStream.concat(IntStream.of(500, 502, 503, 504), IntStream.rangeClosed(520, 527))
                .forEach(status -> rows.add(row("F50", "status " + status, answers(status, "", Canary.echo()))
                        .lost()
                        .at(Phase.DECODE)
                        .saying("answered " + status)));
        rows.add(row("F50", "503, the vendor's table says: not accepted", answers(503, "", ""))
                .rejected(3)
                .errors(NOT_ACCEPTED));
        rows.add(row("F50", "501, never will be", answers(501, "", "")).rejected(1));
        rows.add(row("F51", "408", answers(408, "", "")).lost().at(Phase.DECODE));
        rows.add(row("F51", "409", answers(409, "", Canary.echo())).rejected(1));
        rows.add(row("F51", "423", answers(423, "", "")).rejected(3));
        rows.add(row("F51", "425", answers(425, "", "")).rejected(3));
        rows.add(row("F52", "429 without a time", answers(429, "", Canary.echo()))
                .rejected(3)
                .with(config -> config.retry(THROTTLED)));
        rows.add(row("F52", "429, at once", answers(429, "Retry-After: 0\r\n", ""))
                .rejected(3));
        rows.add(row("F54", "429, far beyond the deadline", answers(429, "Retry-After: 50\r\n", ""))
                .rejected(1)
                .saying("not before")
                .withoutNextCall());
        rows.add(row("F55", "403 that is a limit", answers(403, "Retry-After: 0\r\n", ""))
                .rejected(3)
                .errors(LIMIT_IS_403));
        rows.add(row("F60", "401, fixed credentials", answers(401, "", "")).rejected(1));
        return FaultRow.cases(rows.toArray(new FaultRow[0]));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void givenStatus_whenCalling_thenEveryPromiseHolds(FaultCase faultCase) throws Exception {
        faultCase.check();
    }
}
