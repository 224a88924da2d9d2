package io.mostik.pbx.vcclive.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.once.Once;
import io.mostik.core.webhook.WebhookReceiver;
import io.mostik.core.webhook.WebhookReply;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A repeated event is known again; another one that says the same is not taken for it. */
class VccIdentityTest {

    private static final VccWebhooks WEBHOOKS = VccWebhooks.builder()
            .secret("secret-key", Secret.of(VccRequests.SECRET))
            .build();
    private static final String AT = ",\"timestamp\":\"2026-03-02T10:15:42+01:00\"}";

    static Stream<Arguments> distinct() {
        return Stream.of(
                event(WEBHOOKS.callDisposition(), "{\"uuid\":\"u\"}"),
                event(WEBHOOKS.callDisposition(), "{\"numberid\":7" + AT),
                event(WEBHOOKS.callDisposition(), "{\"numberid\":7,\"create_time\":\"2026-03-02 10:15:42\"}"),
                event(WEBHOOKS.anyEvent(), "{\"numberid\":7,\"disposition\":12" + AT),
                event(
                        WEBHOOKS.paymentTransaction(),
                        "{\"payment\":{\"transactionid\":\"t-1\",\"status\":\"successful\"}}"),
                event(WEBHOOKS.paymentTransaction(), "{\"payment\":{\"transactionid\":\"t-1\"}" + AT),
                event(WEBHOOKS.paymentTransaction(), "{\"payment\":{},\"uuid\":\"u\"" + AT),
                event(WEBHOOKS.userCreated(), "{\"new\":{\"userid\":33}}"),
                event(WEBHOOKS.userChanged(), "{\"new\":{\"userid\":33},\"old\":{\"userid\":33}" + AT),
                event(WEBHOOKS.sms(), "{\"text\":\"YES\",\"uuid\":\"s-1\"}"),
                event(WEBHOOKS.mobileDisposition(), "{\"text\":\"YES\"" + AT));
    }

    static Stream<Arguments> alike() {
        return Stream.of(
                event(WEBHOOKS.callDisposition(), "{\"numberid\":7,\"disposition\":12}"),
                event(WEBHOOKS.callDisposition(), "{\"numberid\":7,\"timestamp\":\"soon\"}"),
                event(WEBHOOKS.anyEvent(), "{\"numberid\":7,\"disposition\":12}"),
                event(WEBHOOKS.anyEvent(), "{\"projectId\":134,\"secondaryProjectIds\":[],\"userId\":17}"),
                event(WEBHOOKS.paymentTransaction(), "{\"payment\":{\"status\":\"in_progress\"},\"uuid\":\"u\"}"),
                event(
                        WEBHOOKS.paymentTransaction(),
                        "{\"payment\":{\"transactionid\":\"\",\"status\":\"in_progress\"},\"uuid\":\"u\"}"),
                event(WEBHOOKS.paymentTransaction(), "{\"payment\":{\"transactionid\":\"t-1\"}}"),
                event(WEBHOOKS.userCreated(), "{\"new\":{\"name\":\"Nora\"}}"),
                event(WEBHOOKS.userChanged(), "{\"new\":{\"userid\":33},\"old\":{\"userid\":33}}"),
                event(WEBHOOKS.userEvents(), "{\"new\":{\"userid\":33},\"old\":{\"userid\":33}}"),
                event(WEBHOOKS.sms(), "{\"from\":\"36301112233\",\"text\":\"YES\"}"),
                event(WEBHOOKS.sms(), "{\"text\":\"YES\",\"timestamp\":\"\",\"uuid\":\"\"}"),
                event(WEBHOOKS.mobileDisposition(), "{\"numberid\":7,\"disposition\":12}"));
    }

    @ParameterizedTest
    @MethodSource("distinct")
    void givenIdOrTime_whenRepeated_thenIsHandledOnce(WebhookReceiver<?> receiver, String body) {
        assertThat(handledOfTwo(receiver, body)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("alike")
    void givenNeitherIdNorTime_whenAlike_thenBothAreHandled(WebhookReceiver<?> receiver, String body) {
        assertThat(handledOfTwo(receiver, body)).isEqualTo(2);
    }

    private static Arguments event(WebhookReceiver<?> receiver, String body) {
        return Arguments.of(receiver, body);
    }

    private static <E> int handledOfTwo(WebhookReceiver<E> receiver, String body) {
        List<E> handled = new ArrayList<>();
        WebhookReceiver<E> once = receiver.once(Once.over(StateStore.inMemory()));
        for (int i = 0; i < 2; i++) {
            assertThat(once.handle(VccRequests.post(body), handled::add)).isEqualTo(WebhookReply.ok());
        }
        return handled.size();
    }
}
