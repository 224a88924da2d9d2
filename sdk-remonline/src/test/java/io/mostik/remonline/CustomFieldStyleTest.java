package io.mostik.remonline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.core.json.Json;
import io.mostik.remonline.assets.NewAsset;
import io.mostik.remonline.catalog.NewProduct;
import io.mostik.remonline.common.CustomFieldStyle;
import io.mostik.remonline.inquiries.LeadUpdate;
import io.mostik.remonline.inquiries.NewLead;
import io.mostik.remonline.legacy.LegacyClientUpdate;
import io.mostik.remonline.legacy.NewLegacyClient;
import io.mostik.remonline.legacy.NewLegacyOrder;
import io.mostik.remonline.legacy.RemOnlineLegacy;
import io.mostik.remonline.orders.NewOrder;
import io.mostik.remonline.warehouse.PostingLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Own fields in writes, as the official file of version 1.0 declares them and as live clients send them. */
class CustomFieldStyleTest {

    private static final Map<String, Json> OWN = Map.of("f7010001", Json.of("red"));
    private static final String TEXT = "{\"f7010001\":\"red\"}";

    @RegisterExtension
    final Played played = new Played();

    private static List<Consumer<RemOnlineLegacy>> writes(long lead, long client, long asset, long product) {
        return List.of(
                api -> api.orders()
                        .create(NewLegacyOrder.builder()
                                .branchId(3301)
                                .orderType(411)
                                .clientId(88001)
                                .customFields(OWN)
                                .build()),
                api -> api.clients()
                        .create(NewLegacyClient.builder()
                                .firstName("Ann")
                                .customFields(OWN)
                                .build()),
                api -> api.clients()
                        .update(LegacyClientUpdate.builder()
                                .id(client)
                                .customFields(OWN)
                                .build()),
                api -> api.leads()
                        .create(NewLead.builder()
                                .leadtypeId(811)
                                .clientId(88001)
                                .customFields(OWN)
                                .build()),
                api -> api.leads()
                        .update(LeadUpdate.builder()
                                .leadId(lead)
                                .statusId(832)
                                .customFields(OWN)
                                .build()),
                api -> api.assets().create(asset("SN-2")),
                api -> api.assets().update(asset, asset("SN-1")),
                api -> api.goods().createProduct(product()),
                api -> api.goods().updateProduct(product, product()));
    }

    private static NewAsset asset(String uid) {
        return NewAsset.builder()
                .uid(uid)
                .cost(new BigDecimal("10.50"))
                .ownerId(88001)
                .customFields(OWN)
                .build();
    }

    private static NewProduct product() {
        return NewProduct.builder()
                .categoryId(71)
                .title("Screen")
                .customFields(OWN)
                .build();
    }

    private List<Consumer<RemOnlineLegacy>> writes() {
        RemOnlineLegacy api = played.legacy();
        return writes(
                api.leads()
                        .create(NewLead.builder()
                                .leadtypeId(811)
                                .clientId(88001)
                                .build())
                        .id(),
                88001,
                api.assets().create(asset("SN-1")).id(),
                501);
    }

    private JsonNode lastBody() {
        var all = played.vendor().journal().all();
        return all.get(all.size() - 1).json();
    }

    @Test
    void givenTokenGeneration_whenWriting_thenOwnFieldsAreAText() {
        for (Consumer<RemOnlineLegacy> write : writes()) {
            write.accept(played.legacy());

            assertThat(lastBody().path("custom_fields").asText()).isEqualTo(TEXT);
        }
        assertThat(played.vendor().ignored()).isEmpty();
    }

    @Test
    void givenObjectStyle_whenWriting_thenOwnFieldsAreAnObject() {
        try (RemOnlineLegacy api = played.legacyClient(CustomFieldStyle.OBJECT)) {
            for (Consumer<RemOnlineLegacy> write : writes()) {
                write.accept(api);

                assertThat(lastBody().path("custom_fields")).hasToString(TEXT);
            }
        }
    }

    @Test
    void givenVersion2_whenWriting_thenOwnFieldsStayAnObject() {
        played.remonline()
                .orders()
                .create(NewOrder.builder()
                        .branchId(3301)
                        .orderTypeId(411)
                        .clientId(88001)
                        .customFields(OWN)
                        .build());

        assertThat(lastBody().path("custom_fields")).hasToString(TEXT);
    }

    @Test
    void givenUnversioned_whenWriting_thenOwnFieldsAreAText() {
        played.remonline().assets().create(asset("SN-3"));

        assertThat(lastBody().path("custom_fields").asText()).isEqualTo(TEXT);
        assertThat(lastBody().path("cost").isTextual()).isTrue();
        assertThat(lastBody().path("cost").asText()).isEqualTo("10.50");
    }

    @Test
    void givenNoOwnFields_whenWriting_thenNoneAreSent() {
        played.legacy()
                .clients()
                .create(NewLegacyClient.builder().firstName("Ann").build());

        assertThat(lastBody().has("custom_fields")).isFalse();
    }

    @Test
    void givenSerialNumbers_whenWritten_thenUnderTheDocumentedName() {
        PostingLine line = PostingLine.builder()
                .entityId(501)
                .quantity(BigDecimal.ONE)
                .addSernums("SN-1")
                .build();

        assertThat(CustomFieldStyle.TEXT.write(line)).containsEntry("sernums[]", List.of("SN-1"));
    }

    @Test
    void givenKey_whenLoggingIn_thenIsInTheBodyOnly() {
        played.legacy().orders().types();

        assertThat(played.vendor().journal().to("POST", "/token/new"))
                .singleElement()
                .satisfies(login -> {
                    assertThat(login.rawQuery()).isEmpty();
                    assertThat(login.json().path("api_key").asText())
                            .isEqualTo(played.vendor().apiKey());
                });
        assertThat(played.vendor().journal().all())
                .noneMatch(
                        request -> request.rawQuery().contains(played.vendor().apiKey()));
    }
}
