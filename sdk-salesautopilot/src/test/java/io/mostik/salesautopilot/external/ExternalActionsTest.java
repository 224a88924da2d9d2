package io.mostik.salesautopilot.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.WebhookException;
import io.mostik.core.once.Once;
import io.mostik.core.webhook.WebhookReceiver;
import io.mostik.core.webhook.WebhookRequest;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.records.OrderStatus;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalActionsTest {

    private static final String JSON = "{\"source\":\"salesautopilot\",\"event\":\"order\",\"list_id\":\"6200\","
            + "\"record_id\":\"70012\",\"email\":\"árvíz@example.hu\",\"order_id\":\"W-10077\",\"order_status\":2,"
            + "\"updated\":\"2026-03-14 09:00:00\"}";
    private static final String FORM = "event=order&list_id=6200&record_id=70012&email=%C3%A1rv%C3%ADz%40example.hu"
            + "&order_id=W-10077&order_status=2&updated=2026-03-14+09%3A00%3A00";
    private static final String MULTIPART = "--XX\r\nContent-Disposition: form-data; name=\"event\"\r\n\r\norder\r\n"
            + "--XX\r\nContent-Disposition: form-data; name=\"list_id\"\r\n\r\n6200\r\n"
            + "--XX\r\nContent-Disposition: form-data; name=\"record_id\"\r\n\r\n70012\r\n"
            + "--XX\r\nContent-Type: text/plain\r\nContent-Disposition: form-data; name=\"email\"\r\n\r\nárvíz@example.hu\r\n"
            + "--XX\r\nContent-Disposition: form-data; name=\"order_id\"\r\n\r\nW-10077\r\n"
            + "--XX\r\nContent-Disposition: form-data; name=\"order_status\"\r\n\r\n2\r\n"
            + "--XX\r\nContent-Disposition: form-data; name=\"updated\"\r\n\r\n2026-03-14 09:00:00\r\n--XX--\r\n";

    private final Secret password = Secret.of("canary-hook-password");
    private final WebhookReceiver<ExternalAction> receiver =
            ExternalActions.builder().basic("hook", password).build();

    @Test
    void givenSlashesInValues_whenMakingKeys_thenAreToldApart() {
        ExternalAction one = ExternalAction.of(Map.of("order", "WEB/1", "part", "2"));
        ExternalAction other = ExternalAction.of(Map.of("order", "WEB", "part", "1/2"));
        ExternalAction third = ExternalAction.of(Map.of("order", "WEB%2F1", "part", "2"));

        assertThat(List.of(one.key("order", "part"), other.key("order", "part"), third.key("order", "part")))
                .doesNotHaveDuplicates();
    }

    @Test
    void givenEachFormat_whenReceiving_thenReadsTheSame() {
        for (WebhookRequest request : List.of(
                request("application/json", JSON),
                request("", JSON),
                request("application/x-www-form-urlencoded", FORM),
                request("multipart/form-data; boundary=XX", MULTIPART),
                request("multipart/form-data; boundary=\"XX\"", MULTIPART))) {
            ExternalAction action = receiver.receive(request);

            assertThat(action.event()).contains("order");
            assertThat(action.list()).contains(ListId.of(6200));
            assertThat(action.record()).contains(RecordId.of(70012));
            assertThat(action.email()).contains("árvíz@example.hu");
            assertThat(action.orderId()).contains("W-10077");
            assertThat(action.orderStatus()).contains(OrderStatus.PAID);
            assertThat(action.updated()).contains(LocalDateTime.of(2026, 3, 14, 9, 0));
            assertThat(action.toString()).doesNotContain("árvíz");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic aG9vazp3cm9uZw==", "Bearer x"})
    void givenWrongPassword_whenReceiving_thenRefusesBeforeReading(String authorization) {
        WebhookRequest request = new WebhookRequest(
                "POST", "", Map.of("Authorization", List.of(authorization)), "{".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> receiver.receive(request))
                .isInstanceOfSatisfying(
                        WebhookException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(WebhookException.Reason.UNVERIFIED));
    }

    @Test
    void givenUnescapedQuote_whenReceiving_thenAnswers400() {
        assertThat(receiver.handle(request("application/json", "{\"email\":\"a\"b\"}"), action -> {})
                        .status())
                .isEqualTo(400);
        assertThat(receiver.handle(request("application/json", "[1]"), action -> {})
                        .status())
                .isEqualTo(400);
        assertThat(receiver.handle(request("multipart/form-data", MULTIPART), action -> {})
                        .status())
                .isEqualTo(400);
        assertThat(receiver.handle(
                                request("multipart/form-data; boundary=XX", MULTIPART.substring(0, 200)), action -> {})
                        .status())
                .isEqualTo(400);
    }

    @Test
    void givenSameActionTwice_whenHandling_thenHandsItOverOnce() {
        List<ExternalAction> handed = new ArrayList<>();
        WebhookReceiver<ExternalAction> once =
                ExternalActions.builder().basic("hook", password).build().once(Once.over(StateStore.inMemory()));

        once.handle(request("application/json", JSON), handed::add);
        int again = once.handle(request("application/x-www-form-urlencoded", FORM), handed::add)
                .status();
        once.handle(request("application/json", JSON.replace("09:00:00", "09:00:01")), handed::add);

        assertThat(again).isEqualTo(200);
        assertThat(handed).hasSize(2);
    }

    @Test
    void givenTemplateWithoutKey_whenHandlingOnce_thenRefusesByName() {
        WebhookReceiver<ExternalAction> once =
                ExternalActions.builder().basic("hook", password).build().once(Once.over(StateStore.inMemory()));
        WebhookRequest request = request("application/json", "{\"event\":\"order\",\"record_id\":\"7\"}");

        assertThat(once.handle(request, action -> {}).status()).isEqualTo(400);
    }

    @Test
    void givenTemplateOfOnesOwn_whenReceiving_thenMakesTheEvent() {
        WebhookReceiver<String> own = ExternalActions.builder()
                .basic("hook", password)
                .build(action -> action.text("colour").orElse("none"));

        assertThat(own.receive(request("application/json", "{\"colour\":\"red\"}")))
                .isEqualTo("red");
    }

    @Test
    void givenTemplate_whenAskingForIt_thenHoldsTheCodes() {
        assertThat(ExternalActions.template("order", ListId.of(6200)))
                .isEqualTo("{\"source\":\"salesautopilot\",\"event\":\"order\",\"list_id\":\"6200\","
                        + "\"record_id\":\"[id]\",\"email\":\"[email]\",\"order_id\":\"[mssys_shoprenter_id]\","
                        + "\"order_status\":\"[mssys_order_status]\",\"updated\":\"[lastupdate]\"}");
        assertThatThrownBy(() -> ExternalActions.template("a\"", ListId.of(1))).hasMessageContaining("event");
    }

    @Test
    void givenNestedValues_whenReceiving_thenAllAreThere() {
        ExternalAction json = receiver.receive(request(
                "application/json", "{\"nl_id\":1,\"packages\":{\"17\":[{\"prod_id\":3,\"qty\":2},{\"prod_id\":4}]}}"));
        ExternalAction form = receiver.receive(request(
                "application/x-www-form-urlencoded",
                "nl_id=1&packages%5B17%5D%5B0%5D%5Bprod_id%5D=3&packages[17][0][qty]=2&packages[17][1][prod_id]=4"));

        assertThat(form).isEqualTo(json);
        assertThat(json.text("packages[17][0][qty]")).contains("2");
        assertThat(json.tree().at("packages", "17").elements())
                .extracting(item -> item.get("prod_id").text().orElse(""))
                .containsExactly("3", "4");
        assertThat(form.tree()).isEqualTo(json.tree());
    }

    @Test
    void givenLatin2Form_whenReceiving_thenTheLettersAreRight() {
        ExternalAction encoded = receiver.receive(
                request("application/x-www-form-urlencoded; charset=ISO-8859-2", "name=%D5ry+Kata+%FBrlap"));

        assertThat(encoded.text("name")).contains("Őry Kata űrlap");
    }

    @Test
    void givenCodeThatWasNotFilled_whenReceiving_thenIsRefused() {
        WebhookRequest request = request(
                "application/json", "{\"event\":\"order\",\"record_id\":\"[id]\",\"updated\":\"2026-03-14 09:00:00\"}");
        WebhookReceiver<ExternalAction> once =
                ExternalActions.builder().basic("hook", password).build().once(Once.over(StateStore.inMemory()));

        assertThat(receiver.receive(request).record()).isEmpty();
        assertThat(receiver.receive(request).text("record_id")).isEmpty();
        assertThat(once.handle(request, action -> {}).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0000-00-00 00:00:00"})
    void givenSignUpWithoutTimeOfChange_whenHandling_thenIsTakenOnce(String updated) {
        List<ExternalAction> handed = new ArrayList<>();
        WebhookReceiver<ExternalAction> once =
                ExternalActions.builder().basic("hook", password).build().once(Once.over(StateStore.inMemory()));
        WebhookRequest request = request(
                "application/json", "{\"event\":\"signup\",\"record_id\":\"7\",\"updated\":\"" + updated + "\"}");

        assertThat(once.handle(request, handed::add).status()).isEqualTo(200);
        assertThat(once.handle(request, handed::add).status()).isEqualTo(200);
        assertThat(handed).hasSize(1);
    }

    private WebhookRequest request(String contentType, String body) {
        String pair =
                Base64.getEncoder().encodeToString(("hook:" + password.reveal()).getBytes(StandardCharsets.UTF_8));
        return new WebhookRequest(
                "POST",
                "",
                Map.of("Authorization", List.of("Basic " + pair), "Content-Type", List.of(contentType)),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
