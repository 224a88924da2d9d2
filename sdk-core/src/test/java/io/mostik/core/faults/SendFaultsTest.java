package io.mostik.core.faults;

import static io.mostik.core.faults.Expected.Seen.SUCCESS;
import static io.mostik.core.faults.Expected.Seen.UNKNOWN;
import static io.mostik.core.faults.FaultRow.row;
import static io.mostik.core.faults.Lab.OWN;

import io.mostik.core.Phase;
import io.mostik.core.test.RawServer;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("faults")
@ExtendWith(FaultReport.class)
class SendFaultsTest {

    private static final byte[] LARGE = new byte[16_000_000];

    static Stream<FaultCase> cases() {
        RawServer.Script gone = connection -> {};
        RawServer.Script goneByReset = RawServer.Connection::reset;
        RawServer.Script readThenReset = connection -> {
            connection.readRequest();
            connection.reset();
        };
        return FaultRow.cases(
                row("F11", "close right after accept", gone)
                        .lost()
                        .unread()
                        .anywhere()
                        .expectingAll(Expected.oneOf(3, 0, Expected.Seen.NOT_SENT, UNKNOWN)),
                row("F11", "reset right after accept", goneByReset)
                        .lost()
                        .unread()
                        .anywhere()
                        .expectingAll(Expected.oneOf(3, 0, Expected.Seen.NOT_SENT, UNKNOWN)),
                row("F11", "close inside the head", connection -> connection.skip(20))
                        .lost()
                        .unread(),
                row("F12", "request read, FIN", RawServer.Connection::readRequest)
                        .lost(),
                row("F13", "request read, FIN, reused connection", RawServer.Connection::readRequest)
                        .lost()
                        .onReusedConnection(),
                row("F14", "request read, RST", readThenReset).lost(),
                row("F14", "request read, RST, reused connection", readThenReset)
                        .lost()
                        .onReusedConnection(),
                row("F16", "pooled connection ends unused", SendFaultsTest::staleThenHealthy)
                        .onReusedConnection()
                        .expecting(Kind.READ, Expected.oneOf(2, 2, SUCCESS))
                        .expecting(Kind.REPEATABLE, Expected.oneOf(2, 2, SUCCESS))
                        .expecting(Kind.ONCE_GET, Expected.oneOf(1, 1, SUCCESS, UNKNOWN))
                        .expecting(Kind.ONCE_POST, Expected.oneOf(1, 1, SUCCESS, UNKNOWN)),
                row("F17", "peer stops reading, 16 MB upload", connection -> Lab.sleepLong(connection))
                        .outOfTime(UNKNOWN, Phase.HEAD)
                        .unread()
                        .sending(LARGE)
                        .only(Kind.REPEATABLE, Kind.ONCE_POST)
                        .withoutNextCall(),
                row("F18", "413 before the upload ends", early(413))
                        .rejected(1)
                        .unread()
                        .sending(LARGE)
                        .only(Kind.REPEATABLE, Kind.ONCE_POST),
                row("F18", "401 before the upload ends", early(401))
                        .rejected(1)
                        .unread()
                        .sending(LARGE)
                        .only(Kind.REPEATABLE, Kind.ONCE_POST));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void givenFaultWhileSending_whenCalling_thenEveryPromiseHolds(FaultCase faultCase) throws Exception {
        faultCase.check();
    }

    /** The first connection ends after its healthy answer; whatever comes on another one is answered. */
    private static void staleThenHealthy(RawServer.Connection connection) throws IOException {
        if (connection.answered() == 0) {
            Lab.HEALTHY.talk(connection);
        }
    }

    private static RawServer.Script early(int status) {
        return connection -> {
            connection.readHead();
            connection.write("HTTP/1.1 " + status + " X\r\nConnection: close\r\nContent-Length: " + OWN.length()
                    + "\r\n\r\n" + OWN);
            connection.awaitEnd();
        };
    }
}
