package io.mostik.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.WebhookException;
import io.mostik.core.once.Once;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What the settings of a receiver change, and what they demand. */
class WebhookReceiverRulesTest {

    private static final Secret KEY = Secret.of("right-key");
    private static final Consumer<String> NOBODY = event -> {};

    private final WebhookReceiver<String> receiver =
            WebhookReceiver.of("test", WebhookAuthentication.parameter("key", KEY), WebhookRequest::text);

    @Test
    void givenMethods_whenAnotherIsUsed_thenItIsRefused() {
        WebhookReceiver<String> puts = receiver.methods("PUT");

        assertThat(puts.handle(request("PUT", "key=right-key", "a"), NOBODY).status())
                .isEqualTo(200);
        assertThat(puts.handle(request("POST", "key=right-key", "a"), NOBODY).status())
                .isEqualTo(405);
    }

    @Test
    void givenReplyOfItsOwn_whenAccepted_thenItIsSent() {
        WebhookReply reply =
                receiver.reply(WebhookReply.text(200, "<ok/>")).handle(request("POST", "key=right-key", "a"), NOBODY);

        assertThat(reply.body()).isEqualTo("<ok/>");
    }

    @Test
    void givenChallenge_whenAsked_thenItIsAnswered() {
        WebhookReply reply = receiver.challenge(WebhookChallenge.echo("echo"))
                .handle(request("GET", "key=right-key&echo=abc", ""), NOBODY);

        assertThat(reply.body()).isEqualTo("abc");
    }

    @Test
    void givenProvenRequest_whenReceived_thenItIsTheEvent() {
        assertThat(receiver.receive(request("POST", "key=right-key", "event"))).isEqualTo("event");
        assertThatThrownBy(() -> receiver.receive(request("POST", "key=wrong", "event")))
                .isInstanceOf(WebhookException.class);
    }

    @Test
    void givenAnswering_whenTheAnswerIsGood_thenItIsToldAsAccepted() {
        List<String> told = new ArrayList<>();
        WebhookListener listener = delivery -> told.add(delivery.result().name());
        WebhookReceiver<String> heard = receiver.listener(listener);

        assertThat(heard.answering(event -> WebhookReply.text(201, event))
                        .handle(request("POST", "key=right-key", "yes"))
                        .body())
                .isEqualTo("yes");
        assertThat(heard.answering(event -> WebhookReply.text(500, event))
                        .handle(request("POST", "key=right-key", "no"))
                        .status())
                .isEqualTo(500);

        assertThat(told).containsExactly("ACCEPTED", "FAILED");
    }

    @Test
    void givenNoIdentity_whenEventsAreToBeHandledOnce_thenItIsDemanded() {
        Once once = Once.over(StateStore.inMemory());

        assertThatThrownBy(() -> receiver.once(once)).hasMessageContaining("identity of test is missing");
        assertThatThrownBy(() -> receiver.inbox(once)).hasMessageContaining("identity of test is missing");
        assertThat(receiver).hasToString("WebhookReceiver[test]");
    }

    @Test
    void givenSignatures_whenWrittenAndRead_thenTheirFormsAgree() {
        byte[] message = "a".getBytes(StandardCharsets.UTF_8);
        HmacSignature plain = HmacSignature.of(KEY);
        HmacSignature prefixed = plain.prefix("sha256=").base64();

        assertThat(prefixed.of(message)).startsWith("sha256=").endsWith("=");
        assertThat(prefixed.verify(prefixed.sign(request("POST", "", "a")))).isPresent();
        assertThat(prefixed.verify(plain.sign(request("POST", "", "a")))).isEmpty();
        assertThat(plain.verify(request("POST", "", "a").withHeader("X-Signature", "zz")))
                .isEmpty();
        assertThat(plain).hasToString("HmacSignature[HmacSHA256, X-Signature]");
        assertThatThrownBy(() -> plain.overId(asked -> asked.jsonText("id")).sign(request("POST", "", "{}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing that could be signed");
    }

    @Test
    void givenWaysToProve_whenMadeByHand_thenEachWorks() {
        WebhookAuthentication header = WebhookAuthentication.header("X-Key", KEY);
        WebhookAuthentication pair = WebhookAuthentication.pair("u", "pbx", "p", KEY);

        assertThat(header.isProvenByHead(request("POST", "", "").withHeader("X-Key", "right-key")))
                .isTrue();
        assertThat(pair.isProvenByHead(request("POST", "u=pbx&p=right-key", "")))
                .isTrue();
        assertThat(pair.isProvenByHead(request("POST", "u=pbx&p=x", ""))).isFalse();
        assertThat(pair.isProvenByHead(request("POST", "u=x&p=right-key", ""))).isFalse();
    }

    private static WebhookRequest request(String method, String query, String body) {
        return new WebhookRequest(method, query, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }
}
