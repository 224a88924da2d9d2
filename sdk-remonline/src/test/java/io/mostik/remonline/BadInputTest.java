package io.mostik.remonline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.ApiException;
import io.mostik.core.AuthException;
import io.mostik.core.Effect;
import io.mostik.core.Outcome;
import io.mostik.core.json.Json;
import io.mostik.remonline.common.Phone;
import io.mostik.remonline.orders.NewOrder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a caller can get wrong, against the played vendor. */
class BadInputTest {

    @RegisterExtension
    final Played played = new Played();

    @Test
    void givenUnknownStatus_whenSettingIt_thenNamesTheField() {
        long order = played.vendor().seedOrder();

        ApiException refusal = catchThrowableOfType(
                ApiException.class, () -> played.remonline().orders().setStatus(order, 1, ""));

        assertThat(refusal.error().details()).containsKey("status_id");
        assertThat(refusal.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(played.vendor().statusChanges(order)).isEmpty();
    }

    @Test
    void givenHiddenLocation_whenMakingOrder_thenSaysRightIsMissing() {
        played.vendor().setup().allowLocations(3301L);

        assertThatThrownBy(() -> played.remonline().orders().create(order(3302)))
                .isInstanceOf(AuthException.class);

        assertThat(played.vendor().ordersCreated()).isEmpty();
    }

    @Test
    void givenLocationThatDoesNotExist_whenMakingOrder_thenNamesField() {
        ApiException refusal = catchThrowableOfType(
                ApiException.class, () -> played.remonline().orders().create(order(1)));

        assertThat(refusal.error().details()).containsKey("branch_id");
    }

    @Test
    void givenPhoneWithoutDigits_whenMakingIt_thenSendsNothing() {
        assertThatThrownBy(() -> Phone.of("ask at the desk"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("phone");

        assertThat(played.vendor().journal().all()).isEmpty();
    }

    @Test
    void givenPageBehindTheLast_whenAskingForIt_thenItIsEmpty() {
        played.vendor().seedOrders(3);

        Json page = played.remonline()
                .raw()
                .call(Effect.READ, "GET", "/orders")
                .query("page", 9)
                .send();

        assertThat(page.get("data").elements()).isEmpty();
    }

    @Test
    void givenRevokedKey_whenCalling_thenEveryGenerationSaysSo() {
        long order = played.vendor().seedOrder();
        played.legacy().orders().get(order);

        played.vendor().revokeApiKey(played.vendor().apiKey());

        assertThatThrownBy(() -> played.remonline().orders().get(order)).isInstanceOf(AuthException.class);
        assertThatThrownBy(() -> played.remonline().warehouse().list()).isInstanceOf(AuthException.class);
        assertThatThrownBy(() -> played.legacy().orders().get(order)).isInstanceOf(AuthException.class);
    }

    @Test
    void givenBusyVendor_whenWriting_thenRepeatsUnprocessedWrite() {
        played.vendor().faults().answer(429).on("POST", "/v2/orders");

        played.remonline().orders().create(order(3301));

        assertThat(played.vendor().ordersCreated()).hasSize(1);
        assertThat(played.vendor().journal().count("POST", "/v2/orders")).isEqualTo(2);
    }

    @Test
    void givenFailingVendor_whenCalling_thenRepeatsOnlyTheRead() {
        long order = played.vendor().seedOrder();
        played.vendor().faults().answer(503).on("GET", "/v2/orders/{id}");
        played.vendor().faults().answer(503).on("POST", "/v2/orders/{id}/comments");

        assertThat(played.remonline().orders().get(order).id()).isEqualTo(order);
        ApiException failure = catchThrowableOfType(
                ApiException.class, () -> played.remonline().orders().comment(order, "called", true));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(played.vendor().journal().count("GET", "/v2/orders/{id}")).isEqualTo(2);
        assertThat(played.vendor().journal().count("POST", "/v2/orders/{id}/comments"))
                .isEqualTo(1);
    }

    @Test
    void givenMisplacedCustomField_whenWriting_thenVendorNamesIt() {
        NewOrder order = NewOrder.builder()
                .from(order(3301))
                .customFields(Map.of("colour", Json.of("red")))
                .build();

        ApiException refusal = catchThrowableOfType(
                ApiException.class, () -> played.remonline().orders().create(order));

        assertThat(refusal.error().details()).containsKey("custom_fields");
    }

    private static NewOrder order(long location) {
        return NewOrder.builder()
                .branchId(location)
                .orderTypeId(411)
                .clientId(88001)
                .build();
    }
}
