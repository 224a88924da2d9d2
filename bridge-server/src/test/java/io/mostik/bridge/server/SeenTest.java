package io.mostik.bridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bridge.Fields;
import io.mostik.bridge.Person;
import io.mostik.bridge.intent.IntentCounts;
import io.mostik.bridge.intent.IntentKey;
import io.mostik.bridge.intent.IntentRequest;
import io.mostik.bridge.intent.IntentState;
import io.mostik.bridge.server.page.Asker;
import io.mostik.bridge.server.page.Question;
import io.mostik.bridge.store.Sql;
import io.mostik.bridge.trigger.BridgeEvent;
import io.mostik.bridge.trigger.Triggers;
import io.mostik.core.http.CallOptions;
import io.mostik.core.http.RetryPolicy;
import io.mostik.core.json.Json;
import io.mostik.testing.tbank.TBankSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What monitoring and the doctor see of the program. */
class SeenTest {

    private static final String LINK = "leavers-lose-cards";
    private static final String METRIC = "mostik_bridge_[a-z_]+(\\{[^}]*})? [-+0-9.eEIinfNa]+";

    private static Demo demo;

    @BeforeAll
    static void start() throws IOException {
        demo = Demo.start(0, 0);
    }

    @AfterAll
    static void end() throws IOException {
        demo.close();
    }

    @Test
    void givenWork_whenMetricsAreRead_thenItIsCounted() throws Exception {
        var intents = demo.bridge().bridge().intents();
        var left = intents.accept(IntentRequest.of(
                        IntentKey.of("demo", "cards.dismiss", UUID.randomUUID().toString()),
                        "bank",
                        Fields.of("employee", Demo.EMPLOYEE)))
                .intent();
        assertThat(intents.await(left.id(), Duration.ofSeconds(20)).code()).isEqualTo("cards_blocked");

        String metrics = metrics();

        assertThat(metrics.lines().filter(line -> !line.startsWith("#"))).allMatch(line -> line.matches(METRIC));
        assertThat(metrics)
                .contains(
                        "\nmostik_bridge_intents_total{action=\"cards.holder.note\",state=\"done\"} 1\n",
                        "\nmostik_bridge_intents_total{action=\"cards.dismiss\",state=\"done\"} 1\n",
                        "\nmostik_bridge_vendor_calls_total{connection=\"letters\",outcome=\"done\"} 0\n",
                        "\nmostik_bridge_link_lag_seconds{link=\"" + LINK + "\"} 0\n",
                        "# HELP mostik_bridge_vendor_calls_total Calls to the vendor by their outcome, of this process"
                                + " since its start.\n")
                .containsPattern("vendor_calls_total\\{connection=\"bank\",outcome=\"done\"} [1-9]");
    }

    @Test
    void givenPausedLink_whenAnEventWaits_thenItsLagGrows() throws Exception {
        var links = demo.bridge().links();
        links.pause(LINK, "anna", "test");
        boolean isNew = links.events()
                .accept(new BridgeEvent(
                        Triggers.SIGNAL,
                        "",
                        "waits",
                        demo.bridge().bridge().time().now(),
                        Json.of(Map.of("signal", "person.left", "employee", Demo.EMPLOYEE))));
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (links.waitingSince().isEmpty() && System.nanoTime() < end) {
            int unused = links.runDue();
        }
        var database = demo.bridge().bridge().database();
        int aged = database.transaction(
                "age",
                connection -> Sql.update(
                        connection, "update mb_run set received_at = received_at - 90000 where state = 'WAITING'"));

        String metrics = metrics();
        var row = (List<?>) Objects.requireNonNull(answer("links").get("links"));

        assertThat(isNew).isTrue();
        assertThat(aged).isOne();
        assertThat(metrics).containsPattern("link_lag_seconds\\{link=\"" + LINK + "\"} 9[0-9]");
        assertThat(row.toString()).containsPattern("lagSeconds=9[0-9]");
        links.resume(LINK, "anna", "test");
        assertThat(metrics()).contains("link_lag_seconds{link=\"" + LINK + "\"} 0\n");
    }

    @Test
    void givenHeldBridge_whenMetricsAreRead_thenItIsSaidAndWhatWaitsIsAccepted() throws Exception {
        var bridge = demo.bridge().bridge();
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (bridge.intents().counts().oldestOpen().isPresent() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        bridge.hold("test", "the bank says so");
        var intent = bridge.intents()
                .accept(IntentRequest.of(
                        IntentKey.of("demo", "base.event", UUID.randomUUID().toString()), "", Fields.none()))
                .intent();

        IntentCounts counts = bridge.intents().counts();
        String held = metrics();
        bridge.release("test", "the bank is well again");
        var ended = bridge.intents().await(intent.id(), Duration.ofSeconds(20));

        assertThat(held)
                .contains(
                        "\nmostik_bridge_held 1\n",
                        "\nmostik_bridge_base_held{base=\"demo\"} 0\n",
                        "\nmostik_bridge_open{state=\"accepted\"} " + counts.in(IntentState.ACCEPTED) + "\n",
                        "\nmostik_bridge_open{state=\"working\"} " + counts.in(IntentState.WORKING) + "\n");
        assertThat(counts.in(IntentState.ACCEPTED)).isGreaterThan(counts.in(IntentState.WORKING));
        assertThat(ended.state().isEnd()).isTrue();
        assertThat(metrics()).contains("\nmostik_bridge_held 0\n");
        var decisions = (List<?>) Objects.requireNonNull(answer("decisions").get("decisions"));
        assertThat(decisions.get(0)).asString().contains("what=release sending");
    }

    @Test
    void givenChainAndNodes_whenDoctorLooks_thenBothAreSaid() {
        assertThat(finding("decisions")).containsEntry("good", true).containsEntry("what", "the chain is whole");
        assertThat(answer("doctor").toString())
                .containsPattern("place=nodes\\.[^,]+, good=true, what=seen [0-9]+ s ago, its clock");
    }

    @Test
    void givenJob_whenDone_thenItsTimeIsKnown() {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!demo.bridge().bridge().jobsDone().containsKey("backup") && System.nanoTime() < end) {
            Thread.onSpinWait();
        }

        assertThat(demo.bridge().bridge().jobsDone()).containsKey("backup").doesNotContainKey("upkeep:none");
    }

    @Test
    void givenQueueBehindUnknown_whenOld_thenMetricsAndDoctorAlarm() throws Exception {
        assertThat(metrics()).contains("\nmostik_bridge_blocked 0\n", "\nmostik_bridge_blocked_seconds 0\n");
        assertThat(finding("blocked")).containsEntry("good", true);

        Blocking.Pair pair = Blocking.open(demo.bridge().bridge());

        assertThat(metrics())
                .contains("\nmostik_bridge_blocked 1\n")
                .containsPattern("\nmostik_bridge_blocked_seconds 66[0-9]");
        assertThat(finding("blocked"))
                .containsEntry("good", false)
                .containsEntry("what", "unknown " + pair.unknown() + " holds up 1, the oldest for 11 minutes");
        Blocking.end(demo.bridge().bridge(), pair);
        assertThat(finding("blocked")).containsEntry("good", true);
    }

    @Test
    void givenVendorThatIsSilent_whenDoctorLooks_thenItIsNamed() {
        assertThat(finding("connections.letters")).containsEntry("what", "not used since the start");

        demo.bank().faults().dropBeforeActing().times(99);
        BridgePageTest.quietly(() -> demo.bridge()
                .bridge()
                .connections()
                .client("bank", TBank.class)
                .with(CallOptions.builder().retry(RetryPolicy.none()).build())
                .cards()
                .get(Ucid.of(Long.toString(TBankSimulator.PLASTIC_CARD))));
        Map<String, Object> bank = finding("connections.bank");
        demo.bank().faults().off();

        assertThat(bank).containsEntry("good", false);
        assertThat(bank.get("what")).asString().startsWith("the vendor does not answer since");
    }

    private static Map<String, Object> answer(String name) {
        Asker asker = new Asker("test", Person.Role.VIEWER, "en");
        return demo.bridge().office().answer(name, false, new Question(Map.of()), asker);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> finding(String place) {
        var findings = (List<Map<String, Object>>)
                Objects.requireNonNull(answer("doctor").get("findings"));
        return findings.stream()
                .filter(each -> place.equals(each.get("place")))
                .findFirst()
                .orElseThrow();
    }

    private static String metrics() throws Exception {
        URI address = demo.page().resolve("/metrics");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }
}
