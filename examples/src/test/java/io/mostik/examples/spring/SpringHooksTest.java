package io.mostik.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.Secret;
import io.mostik.pbx.IncomingCall;
import io.mostik.pbx.webhooks.PbxWebhooks;
import io.mostik.remonline.webhooks.RemOnlineEvent;
import io.mostik.remonline.webhooks.RemOnlineWebhooks;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class SpringHooksTest {

    private static final String ID = "3f2b8c1e-6a47-4d0f-9c52-7be1a0d4c901";
    private static final String SIGNATURE = "811bbe7f56670ef4aaffe3fc644307b9ba8c573dba30b89473b544655d802e9a";

    private final List<RemOnlineEvent> events = new ArrayList<>();
    private final List<IncomingCall> calls = new ArrayList<>();
    private final MockMvc spring = MockMvcBuilders.standaloneSetup(new SpringHooks(
                    RemOnlineWebhooks.builder()
                            .secret(Secret.of("demo-webhook-secret-01"))
                            .build()
                            .endpoint(events::add),
                    PbxWebhooks.builder()
                            .secret(Secret.of("hook-key"))
                            .build()
                            .incomingCalls()
                            .endpoint(calls::add)))
            .build();

    @Test
    void givenSignedEvent_whenPostedToSpring_thenItIsTaken() throws Exception {
        int status = remonline(SIGNATURE);

        assertThat(status).isEqualTo(200);
        assertThat(events).extracting(RemOnlineEvent::id).containsExactly(ID);
    }

    @Test
    void givenWrongSignature_whenPostedToSpring_thenItIsRefused() throws Exception {
        int status = remonline(SIGNATURE.replace('8', '9'));

        assertThat(status).isEqualTo(401);
        assertThat(events).isEmpty();
    }

    @Test
    void givenIncomingCall_whenGottenBySpring_thenItIsTaken() throws Exception {
        MvcResult result = spring.perform(
                        MockMvcRequestBuilders.get("/hooks/calls?caller=36301112233&callee=3615550100&apikey=hook-key"))
                .andReturn();

        assertThat(result.getResponse().getStatus()).isEqualTo(200);
        assertThat(calls).hasSize(1);
    }

    private int remonline(String signature) throws Exception {
        return spring.perform(MockMvcRequestBuilders.post("/hooks/remonline")
                        .header("X-Signature", signature)
                        .content(("{\"id\":\"" + ID + "\"}").getBytes(StandardCharsets.UTF_8)))
                .andReturn()
                .getResponse()
                .getStatus();
    }
}
