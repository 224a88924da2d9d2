package io.mostik.remonline;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.Effect;
import io.mostik.core.json.Json;
import io.mostik.remonline.assets.AssetQuery;
import io.mostik.remonline.catalog.GoodsQuery;
import io.mostik.remonline.inquiries.LeadQuery;
import io.mostik.remonline.legacy.LegacyClientUpdate;
import io.mostik.remonline.legacy.LegacyEstimateQuery;
import io.mostik.remonline.legacy.LegacyInvoiceQuery;
import io.mostik.remonline.legacy.LegacySale;
import io.mostik.remonline.legacy.LegacySaleQuery;
import io.mostik.remonline.legacy.NewLegacyClient;
import io.mostik.remonline.legacy.NewLegacyEstimateItem;
import io.mostik.remonline.legacy.RemOnlineLegacy;
import io.mostik.remonline.orders.EntityType;
import io.mostik.remonline.orders.NewOrder;
import io.mostik.remonline.tasks.TaskQuery;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.remonline.Shelf;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The areas of the token generation, over HTTP against the played vendor: every call but the log-in shows the token.
 */
class TokenAreasTest {

    @RegisterExtension
    final Played played = new Played();

    final RemOnlineLegacy legacy = played.legacy();

    @AfterEach
    void everyCallShowedTheToken() {
        List<RecordedRequest> calls = played.vendor().journal().all().stream()
                .filter(request -> !request.path().startsWith("/v2/"))
                .filter(request -> !request.path().equals("/token/new"))
                .toList();

        assertThat(calls)
                .isNotEmpty()
                .allMatch(request -> request.query("token").isPresent());
        assertThat(played.vendor().ignored()).isEmpty();
        assertThat(played.vendor().logins()).isEqualTo(1);
    }

    @Test
    void givenEstimate_whenAddingLines_thenTheyAreThere() {
        long id = played.remonline()
                .estimates()
                .create(NewOrder.builder()
                        .branchId(3301)
                        .orderTypeId(411)
                        .clientId(88001)
                        .build())
                .id();

        legacy.estimates()
                .addItems(
                        id,
                        List.of(NewLegacyEstimateItem.builder()
                                .type(EntityType.PRODUCT)
                                .id(501)
                                .quantity(new BigDecimal("2"))
                                .price(new BigDecimal("600"))
                                .build()));

        assertThat(legacy.estimates().items(id).get(0).get("title").text()).contains("Battery");
        assertThat(legacy.estimates()
                        .list(LegacyEstimateQuery.builder().addIds(id).build()))
                .singleElement()
                .satisfies(estimate -> assertThat(estimate.status()).isPresent());
        assertThat(legacy.estimates().statuses()).hasSize(7);
    }

    @Test
    void givenInvoicesAndSales_whenReading_thenTheyAreThoseOfVersion2() {
        played.vendor().setup().invoice(4001, "I-1", 1).sale(5001, "S-1");

        assertThat(legacy.money()
                        .invoices(LegacyInvoiceQuery.builder().addStatuses(1).build()))
                .singleElement()
                .satisfies(invoice -> assertThat(invoice.number()).contains("I-1"));
        List<LegacySale> sales = legacy.money()
                .sales(LegacySaleQuery.builder().warehouseId(901).build())
                .toList();
        assertThat(sales.get(0).products().get(0).price())
                .hasValueSatisfying(price -> assertThat(price).isEqualByComparingTo("600"));
    }

    @Test
    void givenClient_whenWorkingOnIt_thenVersion2KnowsThePerson() {
        long id = legacy.clients()
                .create(NewLegacyClient.builder()
                        .firstName("Petro")
                        .addPhone("+380500000008")
                        .build())
                .id();

        legacy.clients()
                .update(LegacyClientUpdate.builder().id(id).notes("calls late").build());
        legacy.clients().comment(id, "called", true);

        assertThat(played.remonline().people().get(id).notes()).contains("calls late");
        assertThat(legacy.clients().get(id).phones()).hasSize(1);
        assertThat(played.vendor().rows(Shelf.COMMENTS)).hasSize(1);
        legacy.clients().merge(88001, List.of(id));
        assertThat(played.vendor().journal().count("POST", "/clients/merge")).isEqualTo(1);
    }

    @Test
    void givenOrder_whenCommentingIt_thenTheCommentIsKept() {
        long order = played.vendor().seedOrder();

        legacy.orders().comment(order, "waiting for parts", true);

        assertThat(played.vendor().rows(Shelf.COMMENTS)).hasSize(1);
        assertThat(legacy.orders().types()).hasSize(2);
        assertThat(legacy.orders().customFields(411)).hasSize(1);
        assertThat(legacy.orders().publicUrl(order)).isPresent();
    }

    @Test
    void givenDictionaries_whenReading_thenEachIsThere() {
        assertThat(legacy.dictionaries().company().get("timezone").text()).contains("Europe/Kyiv");
        assertThat(legacy.dictionaries().locations()).hasSize(2);
        assertThat(legacy.dictionaries().employees()).hasSize(2);
        assertThat(legacy.dictionaries().books()).hasSize(1);
        assertThat(legacy.dictionaries().bookItems(8)).hasSize(1);
        assertThat(legacy.dictionaries().serviceOperations()).hasSize(2);
        assertThat(legacy.marketing().campaigns()).hasSize(1);
        assertThat(legacy.clients().customFields(true)).isEmpty();
    }

    @Test
    void givenWhatBothOldGenerationsHave_whenReading_thenTokenOpensIt() {
        assertThat(legacy.leads().statuses()).hasSize(3);
        assertThat(legacy.leads().types()).hasSize(1);
        assertThat(legacy.leads().list(LeadQuery.all())).isEmpty();
        assertThat(legacy.warehouse().list()).hasSize(1);
        assertThat(legacy.assets().list(AssetQuery.all())).isEmpty();
        assertThat(legacy.tasks().list(TaskQuery.all())).isEmpty();
        assertThat(legacy.cashboxes().list()).hasSize(2);
        assertThat(legacy.goods().services(GoodsQuery.all())).hasSize(2);
    }

    @Test
    void givenUntypedPath_whenCallingItRaw_thenGoesTheSameWay() {
        Json answer =
                legacy.raw().call(Effect.READ, "GET", "/statuses/invoices").send();

        assertThat(answer.get("data").elements()).hasSize(4);
    }
}
