package io.mostik.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.Secret;
import io.mostik.core.WebhookException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a proof lets pass by its head, what it keeps to itself, and what it asks for. */
class WebhookProofRulesTest {

    private static final Secret KEY = Secret.of("right-key");
    private static final WebhookAuthentication BASIC = WebhookAuthentication.basic("pbx", KEY);
    private static final WebhookAuthentication FIELD = WebhookAuthentication.field("secret", KEY);

    @Test
    void givenBasicCredentials_whenSent_thenOnlyTheyProve() {
        String pair = Base64.getEncoder().encodeToString("pbx:right-key".getBytes(StandardCharsets.UTF_8));

        assertThat(BASIC.isProvenByHead(head("Authorization", "Basic " + pair))).isTrue();
        assertThat(BASIC.isProvenByHead(head("Authorization", "Bearer " + pair)))
                .isFalse();
        assertThat(BASIC.isProvenByHead(head("Authorization", "Basic " + pair + "x")))
                .isFalse();
        assertThat(BASIC.challenge())
                .hasValueSatisfying(asked -> assertThat(asked).startsWith("Basic realm"));
        assertThat(BASIC.isCredential(pair)).isTrue();
        assertThat(BASIC.isCredential("right-key")).isTrue();
        assertThat(BASIC.isCredential("pbx")).isFalse();
    }

    @Test
    void givenOtherScheme_whenTheKeyIsRight_thenItProvesNothing() {
        assertThat(WebhookAuthentication.bearer(KEY).isProvenByHead(head("Authorization", "Sender right-key")))
                .isFalse();
        assertThat(WebhookAuthentication.bearer(KEY).challenge()).isEmpty();
    }

    @Test
    void givenSeveralWays_whenCombined_thenTheChallengeIsKept() {
        WebhookAuthentication either = WebhookAuthentication.anyOf(FIELD, BASIC);

        assertThat(either.challenge()).isPresent();
        assertThat(either.isCredential("right-key")).isTrue();
        assertThat(either.isOverId()).isFalse();
        assertThat(either).hasToString("WebhookAuthentication[2]");
        assertThatThrownBy(WebhookAuthentication::anyOf).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WebhookAuthentication.anyOf(
                        WebhookAuthentication.none().onlyFrom(AddressRanges.of("10.0.0.0/8"))))
                .hasMessageContaining("onlyFrom belongs behind anyOf");
    }

    @Test
    void givenSignatureOverTheId_whenAsked_thenItSaysSo() {
        HmacSignature overId = HmacSignature.of(KEY).overId(request -> request.jsonText("id"));

        assertThat(WebhookAuthentication.hmac(overId).isOverId()).isTrue();
        assertThat(WebhookAuthentication.hmac(HmacSignature.of(KEY)).isOverId()).isFalse();
    }

    @Test
    void givenHead_whenTheBodyMayProveIt_thenItPasses() {
        assertThatCode(() -> FIELD.verifyHead(head("A", "b"))).doesNotThrowAnyException();
        assertThatThrownBy(() -> BASIC.verifyHead(head("A", "b"))).isInstanceOf(WebhookException.class);
    }

    @Test
    void givenStranger_whenTheHeadComes_thenItIsRefusedBeforeTheBody() {
        WebhookAuthentication near = FIELD.onlyFrom(AddressRanges.of("10.0.0.0/8"));

        assertThatThrownBy(() -> near.verifyHead(head("A", "b").remoteAddress("11.0.0.1")))
                .hasMessageContaining("address not allowed");
        assertThatCode(() -> near.verifyHead(head("A", "b").remoteAddress("10.0.0.1")))
                .doesNotThrowAnyException();
        assertThat(WebhookAuthentication.none()
                        .onlyFrom(AddressRanges.of("10.0.0.0/8"))
                        .isProvenByHead(head("A", "b").remoteAddress("11.0.0.1")))
                .isFalse();
    }

    @Test
    void givenForwardedRequest_whenTheProxyIsOurs_thenTheSenderCounts() {
        WebhookAuthentication far = WebhookAuthentication.none()
                .onlyFrom(AddressRanges.of("203.0.113.0/24"), AddressRanges.of("10.0.0.0/8"));
        WebhookRequest forwarded = head("X-Forwarded-For", "198.51.100.1, 203.0.113.5");

        assertThat(far.isProvenByHead(forwarded.remoteAddress("10.0.0.1"))).isTrue();
        assertThat(far.isProvenByHead(forwarded.remoteAddress("198.51.100.1"))).isFalse();
        assertThat(far.isProvenByHead(head("A", "b").remoteAddress("10.0.0.1"))).isFalse();
        assertThat(far.isProvenByHead(head("A", "b").remoteAddress("203.0.113.5")))
                .isTrue();
    }

    @Test
    void givenProofOfOnesOwn_whenAsked_thenTheWholeRequestIsJudged() {
        WebhookAuthentication own = WebhookAuthentication.of(
                request -> request.header("A").filter("b"::equals).isPresent());

        assertThat(own.verify(head("A", "b")).isOfIdOnly()).isFalse();
        assertThat(own.isProvenByHead(head("A", "b"))).isFalse();
        assertThatThrownBy(() -> own.verify(head("A", "c"))).isInstanceOf(WebhookException.class);
    }

    @Test
    void givenOtherFields_whenOneIsTheKey_thenOnlyItsNameCounts() {
        assertThatThrownBy(() -> FIELD.verify(json("{\"other\":\"right-key\"}")))
                .isInstanceOf(WebhookException.class);
        assertThatThrownBy(() -> FIELD.verify(json("{\"secret\":{\"secret\":\"right-key\"}}")))
                .isInstanceOf(WebhookException.class);
        assertThatCode(() -> FIELD.verify(json("{\"other\":\"x\",\"SEC-RET\":\"right-key\"}")))
                .doesNotThrowAnyException();
    }

    private static WebhookRequest json(String body) {
        return head("Content-Type", "application/json").withBody(body.getBytes(StandardCharsets.UTF_8));
    }

    private static WebhookRequest head(String name, String value) {
        return new WebhookRequest("POST", "", Map.of(name, List.of(value)), new byte[0]);
    }
}
