package io.mostik.core.faults;

import static io.mostik.core.faults.Expected.Seen.UNKNOWN;
import static io.mostik.core.faults.FaultRow.row;
import static io.mostik.core.faults.Lab.OWN;
import static io.mostik.core.faults.Lab.head;
import static io.mostik.core.faults.Lab.writes;
import static io.mostik.core.faults.Lab.writesAndStays;

import io.mostik.core.Phase;
import io.mostik.core.json.JsonType;
import io.mostik.core.json.NoAnswer;
import io.mostik.core.test.RawServer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("faults")
@ExtendWith(FaultReport.class)
class HeadFaultsTest {

    static Stream<FaultCase> cases() {
        return FaultRow.cases(
                row("F22", "no answer, open for ever", writesAndStays("")).outOfTime(UNKNOWN, Phase.HEAD),
                row("F23", "a byte of the head every 100 ms", HeadFaultsTest::drip)
                        .outOfTime(UNKNOWN, Phase.HEAD),
                row("F24", "half a status line, then FIN", writes("HTTP/1.1 2")).lost(),
                row("F24", "half a head, then FIN", writes("HTTP/1.1 200 OK\r\nContent-Le"))
                        .lost(),
                row("F25", "garbage for a status line", writes("\u0016\u0003\u0001 what?\r\n\r\n"))
                        .lost(),
                row("F25", "HTML without HTTP", writes("<html>" + Canary.echo() + "</html>\r\n\r\n"))
                        .lost(),
                row("F26", "a header of 500 KB", writes(head("X-Long: " + "x".repeat(500_000) + "\r\n")))
                        .lost(),
                row("F26", "10,000 headers", writes(head(many("X-Some-%d: some value\r\n", 10_000))))
                        .lost(),
                row(
                                "F26",
                                "200 interim answers",
                                writes(many("HTTP/1.1 103 X\r\n\r\n", 200) + head("Content-Length: 2\r\n") + "{}"))
                        .lost(),
                row(
                                "F27",
                                "a length and chunks",
                                writes(head("Content-Length: 2\r\nTransfer-Encoding: chunked\r\n")
                                        + "2\r\n{}\r\n0\r\n\r\n"))
                        .unusable(),
                row("F27", "two lengths", writes(head("Content-Length: 2\r\nContent-Length: 3\r\n") + "{}x"))
                        .unusable(),
                row("F27", "one length said twice on a line", writes(head("Content-Length: 2, 2\r\n") + "{}"))
                        .unusable()
                        .saying("several lengths on one line"),
                row("F27", "a negative length", writes(head("Content-Length: -5\r\n") + "{}"))
                        .unusable()
                        .saying("malformed"),
                row("F27", "a length that is no number", writes(head("Content-Length: two\r\n") + "{}"))
                        .unusable()
                        .saying("malformed"),
                row("F28", "204 with a body", writes("HTTP/1.1 204 X\r\nContent-Length: 2\r\n\r\n{}"))
                        .lost()
                        .saying("malformed")
                        .answeredBy(JsonType.of(NoAnswer.class)),
                row("F28", "304 with a body", writes("HTTP/1.1 304 X\r\nContent-Length: 2\r\n\r\n{}"))
                        .rejected(1),
                row("F28", "HEAD with a body", writes(head("Content-Length: 2\r\n") + "{}"))
                        .harmless()
                        .withVerb("HEAD")
                        .answeredBy(JsonType.of(NoAnswer.class))
                        .only(Kind.READ, Kind.ONCE_GET),
                row("F29", "a second answer behind the first", HeadFaultsTest::smuggle)
                        .harmless());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void givenBadHead_whenCalling_thenEveryPromiseHolds(FaultCase faultCase) throws Exception {
        faultCase.check();
    }

    private static void drip(RawServer.Connection connection) throws java.io.IOException {
        connection.readRequest();
        for (byte one :
                (head("X-Long: " + "x".repeat(2000) + "\r\n")).getBytes(java.nio.charset.StandardCharsets.US_ASCII)) {
            connection.write(new byte[] {one}).pause(100);
        }
    }

    private static void smuggle(RawServer.Connection connection) throws java.io.IOException {
        connection.readRequest();
        connection.write(head("Content-Length: 12\r\n") + OWN + head("Content-Length: 7\r\n") + "{\"a\":9}");
        Lab.HEALTHY.talk(connection);
    }

    private static String many(String text, int times) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < times; i++) {
            all.append(text.replace("%d", Integer.toString(i)));
        }
        return all.toString();
    }
}
