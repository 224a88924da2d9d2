package io.mostik.bridge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.gateway.FlatCaller.Answer;
import io.mostik.bridge.trigger.BridgeEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GatewaySignalsTest {

    @RegisterExtension
    static final GatewayServer GATEWAY = new GatewayServer();

    @RegisterExtension
    static final GatewayServer WITHOUT_LINKS = GatewayServer.withoutLinks();

    private final FlatCaller zup = GATEWAY.caller(GatewayServer.ZUP);

    @Test
    void givenSignal_whenSentTwice_thenTakenOnce() throws Exception {
        Answer first = zup.post(
                "/v1/signals/invoice.paid",
                "{'document':'{0F6B1C9E-5A51-11EE-9C2A-00155D012301}','sum':5,'who':'Ада'}");
        Answer second = zup.post(
                "/v1/signals/invoice.paid", "{'document':'0f6b1c9e-5a51-11ee-9c2a-00155d012301','sum':5,'who':'Ада'}");

        assertThat(first.status()).as(first.raw()).isEqualTo(202);
        assertThat(first.text("earlier")).isEqualTo("false");
        assertThat(second.text("earlier")).isEqualTo("true");
        BridgeEvent event = GATEWAY.signals().get("zup|invoice.paid|0f6b1c9e-5a51-11ee-9c2a-00155d012301|");
        assertThat(event.trigger()).isEqualTo("base.signal");
        assertThat(event.data().get("who").text()).contains("Ада");
        assertThat(event.data().get("signal").text()).contains("invoice.paid");
    }

    @Test
    void givenBadSignal_whenSent_thenRefused() throws Exception {
        assertThat(zup.post("/v1/signals/Invoice", "{'document':'1'}").text("code"))
                .isEqualTo("signal_name");
        assertThat(zup.post("/v1/signals/paid", "{'sum':1}").text("field")).isEqualTo("document");
        assertThat(zup.post("/v1/signals/paid", "{'document':'1','a':'\\u0001'}")
                        .text("code"))
                .isEqualTo("field_characters");
        assertThat(zup.post("/v1/signals/paid", "{'document':'1','a':'\\udc00'}")
                        .text("code"))
                .isEqualTo("field_characters");
        assertThat(zup.post("/v1/signals/paid", "{'document':'1','a':{}}").text("code"))
                .isEqualTo("field_nested");
        assertThat(GATEWAY.caller(GatewayServer.CARDS)
                        .post("/v1/signals/paid", "{'document':'1'}")
                        .text("code"))
                .isEqualTo("not_allowed");
        assertThat(WITHOUT_LINKS
                        .caller(GatewayServer.ZUP)
                        .post("/v1/signals/paid", "{'document':'1'}")
                        .text("code"))
                .isEqualTo("no_links");
    }
}
