package io.mostik.pbx.vcclive.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.Secret;
import io.mostik.core.WebhookException;
import io.mostik.core.json.Model;
import io.mostik.core.webhook.WebhookReceiver;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An optional property in an odd shape costs only itself, in every event and in the objects within. */
class OddEventsTest {

    private static final VccWebhooks WEBHOOKS = VccWebhooks.builder()
            .secret("secret-key", Secret.of(VccRequests.SECRET))
            .build();
    private static final String DISPOSITION = "{\"uuid\":\"u\",\"direction\":\"in\",\"disposition\":{\"id\":12}";
    private static final String PAYMENT = "{\"uuid\":\"u\",\"payment\":{\"transactionid\":\"t-1\"}";

    static Stream<Arguments> odd() {
        return Stream.of(
                        Stream.of(
                                        "\"numberid\":\"none\"",
                                        "\"phone_id\":{}",
                                        "\"userid\":[1]",
                                        "\"username\":{\"a\":1}",
                                        "\"closed\":\"perhaps\"",
                                        "\"direction\":{}",
                                        "\"sum_attempted_calls\":1e400",
                                        "\"userid\":1e99999",
                                        "\"teamids\":\"sales\"",
                                        "\"client_data\":7")
                                .map(odd -> event(WEBHOOKS.callDisposition(), DISPOSITION + "," + odd + "}")),
                        Stream.of(
                                        "\"numberid\":\"none\"",
                                        "\"in_call\":\"perhaps\"",
                                        "\"uuid\":[\"u\"]",
                                        "\"teamids\":\"sales\"",
                                        "\"client_data\":\"none\"")
                                .map(odd -> event(WEBHOOKS.paymentTransaction(), PAYMENT + "," + odd + "}")),
                        Stream.of("\"userId\":\"none\"", "\"username\":{}", "\"groupId\":[4]", "\"customData\":7")
                                .map(odd -> event(
                                        WEBHOOKS.anyEvent(),
                                        "{\"projectId\":134,\"secondaryProjectIds\":[201]," + odd + "}")),
                        Stream.of(event(WEBHOOKS.userCreated(), "{\"new\":{\"userid\":33},\"odd\":1}")))
                .flatMap(events -> events);
    }

    @ParameterizedTest
    @MethodSource("odd")
    void givenOddOptionalField_whenReceived_thenCostsOnlyItself(WebhookReceiver<?> receiver, String body) {
        Object event = receiver.receive(VccRequests.post(body));

        assertThat(((Model) event).unknown()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"amount\":\"much\"", "\"status\":{\"code\":1}", "\"card_number_length\":\"all\""})
    void givenOddFieldOfPayment_whenReceived_thenCostsOnlyItself(String odd) {
        PaymentTransaction event = WEBHOOKS.paymentTransaction()
                .receive(
                        VccRequests.post("{\"payment\":{\"transactionid\":\"t-1\",\"currency\":\"huf\"," + odd + "}}"));

        assertThat(event.payment().transactionId()).contains("t-1");
        assertThat(event.payment().currency()).contains("huf");
        assertThat(event.payment().unknown())
                .hasSize(1)
                .allSatisfy((name, value) -> assertThat(name).startsWith("unreadable."));
        assertThat(event.toString()).doesNotContain("much");
    }

    @Test
    void givenOddFieldsWithinOthers_whenReceived_thenTheRestIsRead() {
        CallDisposition disposition = WEBHOOKS.callDisposition()
                .receive(VccRequests.post("{\"uuid\":\"u\",\"disposition\":{\"id\":12,\"callback\":\"maybe\"}}"));
        UserEvent user = WEBHOOKS.userEvents()
                .receive(VccRequests.post("{\"new\":{\"userid\":33,\"isAgent\":\"so so\",\"name\":\"Nora\"},"
                        + "\"old\":{\"userid\":33,\"privGroup\":{}},\"timestamp\":[]}"));

        assertThat(disposition.disposition().orElseThrow().dispositionId()).hasValue(12);
        assertThat(user.current().name()).contains("Nora");
        assertThat(user.previous().orElseThrow().userId()).hasValue(33);
        assertThat(user.isCreated()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"new\":{\"userid\":33},\"old\":\"nora\"}",
                "{\"new\":\"nora\",\"old\":{\"userid\":33}}",
                "{\"projectId\":134,\"secondaryProjectIds\":\"all\"}",
                "{\"projectId\":134,\"secondaryProjectIds\":[201,\"x\"]}",
                "{\"projectId\":\"all\",\"secondaryProjectIds\":[201]}",
                "{\"payment\":\"t-1\"}",
                "{\"disposition\":12}",
                "[]"
            })
    void givenOddNeededField_whenReceived_thenIsUnreadable(String body) {
        assertThatThrownBy(() -> WEBHOOKS.anyEvent().receive(VccRequests.post(body)))
                .isInstanceOfSatisfying(
                        WebhookException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(WebhookException.Reason.UNREADABLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"201,207\"", "[\"201\",\"207\"]", "{\"0\":201,\"2\":207}"})
    void givenProjectsInAnyShape_whenReceived_thenAllAreAsked(String projects) {
        ProjectLogin login = (ProjectLogin) WEBHOOKS.anyEvent()
                .receive(VccRequests.post("{\"projectId\":134,\"secondaryProjectIds\":" + projects + "}"));

        assertThat(login.projectIds()).containsExactly(134L, 201L, 207L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "[]", "false"})
    void givenNoStateBefore_whenReceived_thenTheUserIsNew(String nothing) {
        UserEvent event =
                WEBHOOKS.userEvents().receive(VccRequests.post("{\"new\":{\"userid\":33},\"old\":" + nothing + "}"));

        assertThat(event.isCreated()).isTrue();
    }

    private static Arguments event(WebhookReceiver<?> receiver, String body) {
        return Arguments.of(receiver, body);
    }
}
