package io.mostik.salesautopilot.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.once.Once;
import io.mostik.core.webhook.WebhookReceiver;
import io.mostik.core.webhook.WebhookRequest;
import io.mostik.salesautopilot.ids.FieldName;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.records.SystemField;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ActionTemplateTest {

    private static final ActionTemplate PAID = ActionTemplate.of("paid", ListId.of(6200))
            .with("order_id", SystemField.SHOPRENTER_ID)
            .with("day", FieldName.of("mssys_pay_date"))
            .key("record_id", "day");

    private final Secret password = Secret.of("canary-hook-password");
    private final WebhookReceiver<ExternalAction> receiver =
            PAID.receiver("hook", password).once(Once.over(StateStore.inMemory()));
    private final List<ExternalAction> handed = new ArrayList<>();

    @Test
    void givenTemplate_whenTyped_thenHoldsTheCodesInBothFormats() {
        assertThat(PAID.json())
                .isEqualTo("{\"event\":\"paid\",\"list_id\":\"6200\",\"record_id\":\"[id]\","
                        + "\"order_id\":\"[mssys_shoprenter_id]\",\"day\":\"[mssys_pay_date]\"}");
        assertThat(PAID.parameters())
                .isEqualTo("event=paid&list_id=6200&record_id=[id]"
                        + "&order_id=[mssys_shoprenter_id]&day=[mssys_pay_date]");
    }

    @Test
    void givenActionInBothFormats_whenReceived_thenHandsOverOnce() {
        handle("application/json", filled(PAID.json(), "2026-03-14"));
        int again = handle("application/x-www-form-urlencoded", filled(PAID.parameters(), "2026-03-14"));
        handle("application/json", filled(PAID.json(), "2026-03-15"));

        assertThat(again).isEqualTo(200);
        assertThat(handed).hasSize(2);
        assertThat(handed.get(0).text("order_id")).contains("W-1");
    }

    @Test
    void givenOtherEventOrNoKey_whenReceived_thenRefuses() {
        int other = handle("application/json", filled(PAID.json(), "2026-03-14").replace("\"paid\"", "\"refunded\""));
        int keyless = handle("application/json", filled(PAID.json(), ""));

        assertThat(List.of(other, keyless)).containsOnly(400);
        assertThat(handed).isEmpty();
    }

    @Test
    void givenTemplateWithoutAKey_whenMakingAReceiver_thenSaysSo() {
        ActionTemplate keyless = ActionTemplate.of("paid", ListId.of(6200));

        assertThatThrownBy(() -> keyless.receiver("hook", password))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has no key");
        assertThatThrownBy(keyless::key).hasMessageContaining("at least one name");
        assertThatThrownBy(() -> keyless.key("updated")).hasMessageContaining("the template lacks updated");
    }

    @Test
    void givenUnsafeNames_whenBuilding_thenNamesTheParameter() {
        assertThatThrownBy(() -> ActionTemplate.of("a\"", ListId.of(1))).hasMessageContaining("event");
        assertThatThrownBy(() -> PAID.with("a=b", SystemField.EMAIL)).hasMessageContaining("name");
        assertThatThrownBy(() -> PAID.with("day", SystemField.EMAIL)).hasMessageContaining("already");
    }

    private static String filled(String template, String day) {
        return template.replace("[id]", "70012")
                .replace("[mssys_shoprenter_id]", "W-1")
                .replace("[mssys_pay_date]", day);
    }

    private int handle(String type, String body) {
        String pair =
                Base64.getEncoder().encodeToString(("hook:" + password.reveal()).getBytes(StandardCharsets.UTF_8));
        WebhookRequest request = new WebhookRequest(
                "POST",
                "",
                Map.of("Authorization", List.of("Basic " + pair), "Content-Type", List.of(type)),
                body.getBytes(StandardCharsets.UTF_8));
        return receiver.handle(request, handed::add).status();
    }
}
