package io.mostik.pbx.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.DecodingException;
import io.mostik.core.StateStore;
import io.mostik.core.json.Json;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import io.mostik.pbx.CallOutcome;
import io.mostik.pbx.CallRecord;
import io.mostik.pbx.PbxClient;
import io.mostik.pbx.webhooks.CallData;
import io.mostik.pbx.workflow.CallNews;
import io.mostik.pbx.workflow.CallTracker;
import io.mostik.pbx.workflow.PbxWorkflows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The PBX's own list of calls, by a file, against the pushes that came. */
class CallListTest {

    private static final Instant FROM = Instant.parse("2026-03-01T23:30:00Z");

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    private final PbxConfig config = PbxConfig.fromJson(("{'name':'own','secrets':{'t':'T'},'client':{"
                    + "'request':{'path':'/dial/{number}','query':{'key':'{secret:t}'}},"
                    + "'list':{'items':'result/calls','zone':'Europe/Budapest','request':{'path':'/calls','query':"
                    + "{'key':'{secret:t}','day':'{from:yyyy-MM-dd}','until':'{to:epoch}'}}}},"
                    + "'rows':{'callData':{'callId':['nr']},'outcomeWords':{'OK':'ANSWERED'}},"
                    + "'delivery':{'attempts':1,'note':'Nothing is repeated.'}}")
            .replace('\'', '"'));
    private PbxClient pbx;

    @BeforeEach
    void connect() {
        pbx = config.client(PresetsTest.environment(config))
                .baseUri(vendor.uri())
                .http(http -> http.time(new ManualTime()))
                .build();
    }

    @AfterEach
    void close() {
        pbx.close();
    }

    @Test
    void givenLostPush_whenListed_thenIsNewsAndTheOthersAreNot() {
        vendor.answers(
                200,
                "{\"result\":{\"calls\":[{\"nr\":\"7\",\"caller\":\"+36301112233\",\"status\":\"OK\"},{\"nr\":\"8\","
                        + "\"caller\":\"+36301112244\",\"status\":\"OK\"},{\"odd\":1}]}}");
        List<CallNews> news = new ArrayList<>();
        CallTracker calls = PbxWorkflows.of(StateStore.inMemory()).calls("own");

        List<Json> rows = pbx.callList().between(FROM, FROM.plusSeconds(3_600));
        CallData data = config.calls(rows);
        calls.accept(data.calls().get(0), any -> {});
        calls.handler(news::add).accept(data);

        assertThat(vendor.received().target()).isEqualTo("/calls?key=pbx-secret-42&day=2026-03-02&until=1772411400");
        assertThat(data.unreadable()).hasSize(1);
        assertThat(news).extracting(each -> each.call().callId().orElseThrow()).containsExactly("8");
        assertThat(data.calls()).extracting(CallRecord::outcome).containsOnly(CallOutcome.ANSWERED);
        assertThat(config.delivery().attempts()).hasValue(1);
    }

    @Test
    void givenAnswerWithoutAList_whenAsked_thenFails() {
        vendor.answers(200, "{\"result\":{\"calls\":{}}}").answers(200, "{}");

        assertThatThrownBy(() -> pbx.callList().between(FROM, FROM)).isInstanceOf(DecodingException.class);
        assertThatThrownBy(() -> pbx.callList().between(FROM, FROM)).isInstanceOf(DecodingException.class);
    }

    @Test
    void givenNoListInTheFile_whenAsked_thenNothingIsSent() {
        PbxConfig zadarma = PbxConfig.preset("zadarma");
        try (PbxClient client = zadarma.client(PresetsTest.environment(zadarma))
                .baseUri(vendor.uri())
                .build()) {
            assertThatThrownBy(() -> client.callList().between(FROM, FROM)).isInstanceOf(IllegalStateException.class);
        }
        assertThat(vendor.count()).isZero();
    }
}
