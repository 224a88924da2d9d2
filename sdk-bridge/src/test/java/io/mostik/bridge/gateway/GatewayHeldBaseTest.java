package io.mostik.bridge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.Held;
import io.mostik.bridge.gateway.FlatCaller.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A base that has taken over more than the journal has. */
class GatewayHeldBaseTest {

    @RegisterExtension
    static final GatewayServer GATEWAY = new GatewayServer();

    private final FlatCaller zup = GATEWAY.caller(GatewayServer.ZUP);

    @Test
    void givenNumberAheadOfTheJournal_whenRead_thenItsIntentsWaitUntilReleased() throws Exception {
        Answer before = zup.post("/v1/actions/test.note", body("D-1"));
        long ahead = Long.parseLong(before.text("event")) + 1;

        Answer answer = zup.get("/v1/events?after=" + ahead);
        Answer waiting = zup.post("/v1/actions/test.note?wait=0", body("D-2"));
        Answer waits = zup.get("/v1/intents/" + waiting.text("intent") + "?wait=1");
        Answer other = GATEWAY.caller(GatewayServer.OLD).post("/v1/actions/test.note", body("D-3"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("code")).isEqualTo("journal_behind");
        assertThat(answer.text("count")).isEqualTo("0");
        assertThat(answer.text("message")).isEqualTo("Номер больше последнего номера журнала; нужен администратор");
        assertThat(waits.text("state")).isEqualTo("accepted");
        assertThat(other.text("state")).isEqualTo("done");
        assertThat(GATEWAY.bridge().heldBases()).extracting(Held::base).containsExactly("zup");

        GATEWAY.bridge()
                .releaseBase(
                        "zup",
                        "admin",
                        "it was restored",
                        GATEWAY.bridge().time().now());
        Answer done = zup.get("/v1/intents/" + waiting.text("intent") + "?wait=20");
        Answer events = zup.get("/v1/events?after=" + ahead);

        assertThat(done.text("state")).isEqualTo("done");
        assertThat(events.text("code")).isEqualTo("events");
        assertThat(events.text("count")).isEqualTo("1");
        assertThat(GATEWAY.bridge().heldBases()).isEmpty();
    }

    @Test
    void givenRestoredJournal_whenAnOldDocumentComesAgain_thenItIsInDoubt() throws Exception {
        GATEWAY.bridge().holdRestored("admin", "a copy was put back");
        GATEWAY.bridge()
                .release(
                        "admin", "the time of the copy", GATEWAY.bridge().time().now());
        FlatCaller cards = GATEWAY.caller(GatewayServer.OLD);

        Answer old = cards.post("/v1/actions/test.note?wait=0", dated("E-1", "2020-01-01"));
        Answer young = cards.post("/v1/actions/test.note?wait=0", dated("E-2", "2099-01-01"));

        assertThat(inDoubt(old)).isTrue();
        assertThat(inDoubt(young)).isFalse();
    }

    private static boolean inDoubt(Answer answer) throws Exception {
        try (var connection = GATEWAY.database().getConnection();
                var statement = connection.prepareStatement("select in_doubt from mb_intent where id = ?")) {
            statement.setString(1, answer.text("intent"));
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private static String dated(String document, String day) {
        return "{'document':'" + document + "','order':'1001','sum':5,'dated':'" + day + "'}";
    }

    private static String body(String document) {
        return "{'document':'" + document + "','order':'1001','sum':5}";
    }
}
