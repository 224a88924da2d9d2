package io.mostik.testing.salesautopilot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class SalesAutopilotAccessTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    private final SalesAutopilotSimulator autopilot = SalesAutopilotSimulator.startFrozen();
    private final AutopilotClient client = new AutopilotClient(autopilot);

    @AfterEach
    void stop() {
        autopilot.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo-key:wrong", "wrong:demo-password", ":", "demo-key"})
    void givenWrongPair_whenAsked_then401(String pair) throws Exception {
        assertThat(new AutopilotClient(autopilot, pair).get("/getlists").statusCode())
                .isEqualTo(401);
    }

    @Test
    void givenNoCredentialOrChangedOne_whenAsked_then401() throws Exception {
        HttpResponse<String> none = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(autopilot.uri() + "/getlists"))
                                .build(),
                        BodyHandlers.ofString());
        autopilot.credentials("new-key", "new:password");

        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(client.get("/getlists").statusCode()).isEqualTo(401);
        assertThat(new AutopilotClient(autopilot, "new-key:new:password")
                        .get("/getlists")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void givenUnknownPathOrVerb_whenAsked_then404Or405() throws Exception {
        assertThat(client.get("/getList").statusCode()).isEqualTo(404);
        assertThat(client.send("POST", "/getlists", "{}").statusCode()).isEqualTo(405);
        assertThat(client.get("/subscribe/5123/form/20771").statusCode()).isEqualTo(405);
        assertThat(client.get("/delete/5123/record/1").statusCode()).isEqualTo(405);
    }

    @Test
    void givenRefusedVerb_whenCounted_then405OnGetAndCountOnPost() throws Exception {
        autopilot.refuseVerb("GET", "/listtotalcount/{nl}");

        assertThat(client.get("/listtotalcount/5123").statusCode()).isEqualTo(405);
        assertThat(client.send("POST", "/listtotalcount/5123", "").body()).isEqualTo("0");
    }

    @Test
    void givenOpenRequest_whenAnotherComes_then429UntilTheFirstIsOver() throws Exception {
        // By POST: the JDK's client sends a GET again by itself when its connection ends.
        autopilot.faults().stall().on("POST", "/listtotalcount/{nl}");
        CompletableFuture<HttpResponse<String>> first = client.start("POST", "/listtotalcount/5123");
        while (autopilot.journal().all().isEmpty()) {
            Thread.onSpinWait();
        }

        HttpResponse<String> second = client.get("/getlists");
        HttpResponse<String> otherPair = new AutopilotClient(autopilot, "other:pair").get("/getlists");
        autopilot.parallelRefused(false);
        HttpResponse<String> tolerated = client.get("/getlists");

        assertThat(second.statusCode()).isEqualTo(429);
        assertThat(otherPair.statusCode()).isEqualTo(401);
        assertThat(tolerated.statusCode()).isEqualTo(200);
        assertThat(first).isNotDone();
        autopilot.close();
        assertThat(first).failsWithin(5, TimeUnit.SECONDS);
    }

    @Test
    void givenRequestsInARow_whenSentQuickly_thenNeverSeemParallel() throws Exception {
        for (int i = 0; i < 300; i++) {
            assertThat(client.get("/getlists").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void givenFailuresOfEveryKind_whenBilled_thenEachRequestCounts() throws Exception {
        autopilot.faults().answer(500);
        autopilot.faults().dropBeforeActing().on("DELETE", "/delete/5123/record/{id}");

        client.get("/getlists");
        assertThatThrownBy(() -> client.send("DELETE", "/delete/5123/record/1", ""));
        client.get("/nowhere");
        new AutopilotClient(autopilot, "a:b").get("/getlists");

        assertThat(autopilot.calls(MARCH))
                .isEqualTo(autopilot.journal().all().size())
                .isGreaterThanOrEqualTo(4);
        assertThat(autopilot.bill(MARCH).net()).isZero();
    }

    @Test
    void givenMonthThatEndsInBudapest_whenCalled_thenCountedInNewOne() throws Exception {
        Duration untilApril = Duration.between(autopilot.clock().now(), Instant.parse("2026-03-31T22:00:00Z"));
        autopilot.clock().advance(untilApril.minusSeconds(1));
        client.get("/getlists");

        autopilot.clock().advance(Duration.ofSeconds(1));
        client.get("/getlists");
        autopilot.addCalls(1_000);

        assertThat(autopilot.calls(MARCH)).isEqualTo(1);
        assertThat(autopilot.bill(MARCH.plusMonths(1)).billableCalls()).isEqualTo(1);
        assertThat(autopilot.bill(MARCH.plusMonths(1)).gross()).isEqualByComparingTo("2540");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0",
        "1000, 0, 0, 0",
        "1001, 2000, 2540, 0",
        "51000, 2000, 2540, 1000",
        "101000, 2000, 2540, 2000",
        "101001, 4000, 5080, 2000",
        "201000, 4000, 5080, 4000",
        "1000000, 20000, 25400, 19980"
    })
    void givenCalls_whenBilled_thenAsThePriceListSays(long calls, String net, String gross, String proRata) {
        SalesAutopilotBill bill = new SalesAutopilotBill(MARCH, calls);

        assertThat(bill.net()).isEqualByComparingTo(net);
        assertThat(bill.gross()).isEqualByComparingTo(gross);
        assertThat(bill.netProRata()).isEqualByComparingTo(proRata);
    }
}
