package io.mostik.core.faults;

import static io.mostik.core.faults.FaultRow.row;
import static io.mostik.core.faults.Lab.answers;

import io.mostik.core.ApiError;
import io.mostik.core.http.ErrorDecoder;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonType;
import io.mostik.core.test.RawServer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("faults")
@ExtendWith(FaultReport.class)
class JsonFaultsTest {

    private static final ErrorDecoder ENVELOPE =
            response -> response.body().text().contains("\"error\"")
                    ? Optional.of(
                            ApiError.of(response.status(), "E1", response.body().text()))
                    : Optional.empty();
    private static final JsonType<Thing> THING = JsonType.of(Thing.class);
    private static final JsonType<List<Thing>> THINGS = JsonType.listOf(Thing.class);

    /** What a vendor might send. */
    record Thing(long id, Optional<BigDecimal> price, Optional<Instant> at) {}

    static Stream<FaultCase> shapes() {
        return FaultRow.cases(
                row("F43", "nothing", json("")).unreadable().answeredBy(THING).saying("empty"),
                row("F43", "null", json("null")).unreadable().answeredBy(THING).saying("null"),
                row("F43", "a list for an object", json("[]")).unreadable().answeredBy(THING),
                row("F43", "an object for a list", json("{}"))
                        .unreadable()
                        .answeredBy(THINGS)
                        .saying("wrong shape"),
                row("F44", "a field and a word that are new", json("{\"id\":1,\"new\":{\"x\":[1]}}"))
                        .harmless()
                        .answeredBy(THING),
                row("F44", "a wrong type inside a list", json("[{\"id\":1},{\"id\":{}}]"))
                        .unreadable()
                        .answeredBy(THINGS)
                        .saying("$[1].id"),
                row("F46", "200 with an error envelope", json("{\"error\":\"" + Canary.echo() + "\"}"))
                        .rejected(1)
                        .errors(ENVELOPE)
                        .saying("E1"),
                row("F47", "money with spaces and a comma", json("{\"id\":1,\"price\":\"1 234,50\"}"))
                        .unreadable()
                        .answeredBy(THING)
                        .saying("$.price"),
                row("F48", "a date that is none", json("{\"id\":1,\"at\":\"2026-02-30T00:00:00Z\"}"))
                        .unreadable()
                        .answeredBy(THING)
                        .saying("$.at"));
    }

    static Stream<FaultCase> sizes() {
        JsonCodec strict = JsonCodec.builder().uniqueKeys().build();
        return FaultRow.cases(
                row("F45", "1,000 levels deep", json("[".repeat(1000) + "]".repeat(1000)))
                        .unreadable()
                        .saying("deeper than allowed"),
                row("F45", "a text of 21 MB", json("{\"x\":\"" + "x".repeat(21_000_000) + "\"}"))
                        .unusable()
                        .saying("larger than"),
                row("F45", "a number of 1,000 digits", json("{\"own\":" + "1".repeat(1000) + "}"))
                        .unreadable()
                        .saying("larger"),
                row("F45", "a key twice, last one wins", json("{\"own\":1,\"own\":2}"))
                        .harmless(),
                row("F45", "a key twice, where money is involved", json("{\"own\":1,\"own\":2}"))
                        .unreadable()
                        .dialect(client -> client.codec(strict))
                        .withoutNextCall(),
                row("F45", "NaN", json("{\"own\":NaN}")).unreadable().saying("not JSON"),
                row("F45", "something behind the end", json("{} {}")).unreadable());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"shapes", "sizes"})
    void givenBadJson_whenCalling_thenEveryPromiseHolds(FaultCase faultCase) throws Exception {
        faultCase.check();
    }

    private static RawServer.Script json(String body) {
        return answers(200, "Content-Type: application/json\r\n", body);
    }
}
