package io.mostik.salesautopilot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.DecodingException;
import io.mostik.core.Effect;
import io.mostik.core.json.Json;
import io.mostik.salesautopilot.ids.FieldName;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.ids.ProductId;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.orders.Address;
import io.mostik.salesautopilot.orders.NewOrder;
import io.mostik.salesautopilot.products.ProductChange;
import io.mostik.salesautopilot.records.ContactRecord;
import io.mostik.salesautopilot.records.OrderStatus;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.records.SystemField;
import io.mostik.salesautopilot.subscribers.RecordQuery;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest extends VendorTest {

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "0", "", "\"\"", "false", " \n"})
    void givenAnyFormOfNothing_whenReading_thenThereIsNothing(String nothing) {
        for (int i = 0; i < 4; i++) {
            vendor.answers(200, nothing);
        }

        assertThat(sales.subscribers(LIST).all()).isEmpty();
        assertThat(sales.subscribers(LIST).find(RecordId.of(1))).isEmpty();
        assertThat(sales.lists().list()).isEmpty();
        assertThat(sales.products().find(ProductId.of(1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "\"ok\"", "nonsense", "true"})
    void givenSomethingElseThanRecords_whenReading_thenSaysSoWithoutTheContent(String garbage) {
        vendor.answers(200, garbage);

        assertThatThrownBy(() -> sales.subscribers(LIST).all())
                .isInstanceOf(DecodingException.class)
                .hasMessageContaining("subscribers.all")
                .hasMessageNotContaining("nonsense");
    }

    @Test
    void givenCutJson_whenReading_thenReadsAgain() {
        vendor.answers(200, "[{\"id\":").answers(200, "[{\"id\":1}]");

        assertThat(sales.subscribers(LIST).all()).hasSize(1);
    }

    @Test
    void givenModelWithoutItsId_whenReading_thenNamesIt() {
        vendor.answers(200, "[{\"name\":\"x\"}]");

        assertThatThrownBy(() -> sales.lists().list())
                .isInstanceOf(DecodingException.class)
                .hasMessageContaining("id");
    }

    @Test
    void givenNewPropertyOfAModel_whenReading_thenKeepsIt() {
        vendor.answers(200, "[{\"id\":\"7\",\"colour\":\"red\"}]");

        assertThat(sales.lists().list().get(0).unknown()).containsKey("colour");
    }

    @Test
    void givenOrder_whenReadingIt_thenTypesWhatIsKnownAndKeepsTheRest() {
        vendor.answers(200, "order.json");

        ContactRecord order = sales.orders(LIST).find(RecordId.of(70012)).orElseThrow();

        assertThat(order.order().status()).contains(OrderStatus.ORDERED);
        assertThat(order.order().payDate()).isEmpty();
        assertThat(order.order().executeDate()).contains(LocalDate.of(2026, 3, 15));
        assertThat(order.order().invoicePdfLink()).isEmpty();
        assertThat(order.order().grossTotal()).contains(new BigDecimal("11484.60"));
        assertThat(order.order().items().get(0).quantity()).hasValue(1);
        assertThat(order.order().items().get(0).product()).contains(ProductId.of(90230));
        assertThat(order.subscribedAt()).contains(LocalDateTime.of(2026, 3, 14, 9, 14, 55));
        assertThat(order.lastUpdate()).isEmpty();
        assertThat(order.active()).contains(true);
        assertThat(order.form()).contains(FormId.of(21400));
        assertThat(order.person().lastName()).contains("Árvíztűrő \uD83E\uDDD8");
        assertThat(order.company().billingCountry()).contains("hu");
        assertThat(order.geo().latitude()).contains(new BigDecimal("47.4979"));
        assertThat(order.updateFormLink(FormId.of(21402))).contains(URI.create("https://sw.example/u/1"));
        assertThat(order.get(FieldName.of("erdeklodes")).text()).contains("jóga");
        assertThat(order.text(FieldName.of("mssys_birthday"))).contains("not a day");
        assertThat(order.person().birthday()).isEmpty();
        assertThat(order.toString()).contains("70012").doesNotContain("Árvíz", "kata");
    }

    @Test
    void givenFields_whenComparing_thenOnlyDifferencesAreLeft() {
        ContactRecord record = ContactRecord.of(Json.of(java.util.Map.of("a", "27.00", "b", "x", "c", "0")));
        RecordFields fields = RecordFields.builder()
                .set(FieldName.of("a"), new BigDecimal("27"))
                .set(FieldName.of("b"), "y")
                .set(FieldName.of("c"), false)
                .clearText(FieldName.of("d"))
                .build();

        assertThat(fields.changesTo(record).toMap()).containsOnlyKeys("b");
    }

    @Test
    void givenFieldsOfAllKinds_whenWriting_thenSpellsThemAsTheVendor() {
        RecordFields fields = RecordFields.builder()
                .set(FieldName.of("a"), LocalDate.of(2026, 2, 3))
                .set(FieldName.of("b"), LocalDateTime.of(2026, 2, 3, 4, 5, 6, 7_000_000))
                .set(FieldName.of("c"), true)
                .clearNumber(FieldName.of("d"))
                .clearDate(FieldName.of("e"))
                .clearDateTime(FieldName.of("f"))
                .build();

        assertThat(fields.toMap().values())
                .containsExactly("2026-02-03", "2026-02-03 04:05:06", "1", 0, "0000-00-00", "0000-00-00 00:00:00");
    }

    @Test
    void givenUnknownOperation_whenRequesting_thenIsGuarded() {
        vendor.answers(200, "1");

        Json answer = sales.request(Effect.ONCE, "DELETE", "/fieldoptiondelete/{nl}/{field}/{option}")
                .path("nl", LIST)
                .path("field", "szint")
                .path("option", "b c")
                .send();

        assertThat(answer.isTrue()).isTrue();
        assertThat(vendor.received().target()).isEqualTo("/fieldoptiondelete/5123/szint/b%20c");
        for (String path :
                List.of("//evil.example/x", "http://evil.example", "/a/../b", "/a?x=1", "/a#b", "a", "/", "/a b")) {
            assertThatThrownBy(() -> sales.request(Effect.READ, "GET", path)).hasMessageContaining("path");
        }
        assertThatThrownBy(() -> sales.request(Effect.READ, "TRACE", "/a")).hasMessageContaining("method");
    }

    @Test
    void givenBadInput_whenCalling_thenNamesTheParameterAndSendsNothing() {
        assertThatThrownBy(() -> ListId.of(0)).hasMessageContaining("list");
        assertThatThrownBy(() -> FormId.of(-1)).hasMessageContaining("form");
        assertThatThrownBy(() -> FieldName.of("E-mail")).hasMessageContaining("field");
        assertThatThrownBy(() -> RecordQuery.newest(0)).hasMessageContaining("limit");
        assertThatThrownBy(() -> sales.segments().records(LIST, List.of())).hasMessageContaining("segments");
        assertThatThrownBy(() -> ProductChange.builder().price(BigDecimal.ONE).build())
                .hasMessageContaining("currency");
        assertThatThrownBy(() -> NewOrder.builder().fields(RecordFields.none()).build())
                .hasMessageContaining("product or lines");
        assertThatThrownBy(() -> Address.builder().country("HU").build()).hasMessageContaining("country");
        assertThatThrownBy(() -> sales.globals().find("global_x")).hasMessageContaining("name");
        assertThatThrownBy(() -> sales.subscribers(LIST).subscribeOrUpdate(FORM, FORM, RecordFields.none()))
                .hasMessageContaining("email");
        assertThat(vendor.count()).isZero();
        assertThat(SystemField.ORDER_STATUS.value()).isEqualTo("mssys_order_status");
    }
}
