package io.mostik.salesautopilot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.DecodingException;
import io.mostik.core.Effect;
import io.mostik.core.Outcome;
import io.mostik.core.PartialList;
import io.mostik.core.SdkException;
import io.mostik.core.http.CallListener.SkippedRows;
import io.mostik.core.http.CallOptions;
import io.mostik.core.json.Json;
import io.mostik.core.test.VendorServer;
import io.mostik.salesautopilot.crm.CrmTask;
import io.mostik.salesautopilot.ids.EventId;
import io.mostik.salesautopilot.ids.FieldName;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.ids.LetterId;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.ids.ProductId;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.orders.Address;
import io.mostik.salesautopilot.orders.NewOrder;
import io.mostik.salesautopilot.orders.OrderPlacement;
import io.mostik.salesautopilot.products.ProductUpdate;
import io.mostik.salesautopilot.records.ContactRecord;
import io.mostik.salesautopilot.records.OrderStatus;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.records.SystemField;
import io.mostik.salesautopilot.subscribers.RecordQuery;
import io.mostik.salesautopilot.subscribers.RowUpdate;
import io.mostik.salesautopilot.workflow.MarketingWorkflows;
import io.mostik.salesautopilot.workflow.OrderWorkflow;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    void givenOtherContent_whenReading_thenSaysSoWithoutQuotingIt(String garbage) {
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
        ContactRecord record = ContactRecord.of(Json.of(Map.of("a", "27.00", "b", "x", "c", "0")));
        RecordFields fields = RecordFields.builder()
                .set(FieldName.of("a"), new BigDecimal("27"))
                .set(FieldName.of("b"), "y")
                .set(FieldName.of("c"), false)
                .clearText(FieldName.of("d"))
                .build();

        assertThat(fields.changesTo(record).toMap()).containsOnlyKeys("b");
    }

    @ParameterizedTest
    @CsvSource({"06301112233,6301112233", "1000,1e3", "+36301112233,36301112233", "1.0,1"})
    void givenTextLikeTheNumber_whenComparing_thenDiffers(String present, String wanted) {
        FieldName phone = FieldName.of("mssys_mobile");
        ContactRecord record = ContactRecord.of(Json.of(Map.of(phone.value(), present)));

        RecordFields changes = RecordFields.builder().set(phone, wanted).build().changesTo(record);

        assertThat(changes.toMap()).containsEntry(phone.value(), wanted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "\"\"", "true", "[]", "{}", "{\"errorCode\":10101}", "Sikertelen: x"})
    void givenAnswerThatIsNoCode_whenSubscribing_thenIsUnknown(String answer) {
        vendor.answers(200, answer);

        SdkException failure = catchThrowableOfType(
                SdkException.class, () -> sales.subscribers(LIST).subscribe(FORM, RecordFields.none()));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "\"\"", "[]", "{}", "{\"errorCode\":10101}", "Sikertelen: x"})
    void givenAnswerThatSaysNothing_whenPlacingAnOrder_thenIsUnknown(String answer) {
        vendor.answers(200, answer);

        SdkException failure = catchThrowableOfType(
                SdkException.class, () -> sales.orders(LIST).process(FORM, SimulatorTest.shopOrder("W-1")));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void givenFlagOrCode_whenPlacingAnOrder_thenOnlyYesIsPlaced() {
        vendor.answers(200, "true").answers(200, "false").answers(200, "-1").answers(200, "\"7\"");

        assertThat(List.of(process(), process(), process(), process()))
                .containsExactly(
                        new OrderPlacement.Placed(Optional.empty()),
                        new OrderPlacement.Refused(0),
                        new OrderPlacement.Refused(-1),
                        new OrderPlacement.Placed(Optional.of(RecordId.of(7))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"errorCode\":10101}",
                "{}",
                "[{\"id\":\"1\"},null]",
                "[{\"id\":\"1\"},\"2\"]",
                "[{\"email\":\"a\"}]"
            })
    void givenAnswerThatHoldsNoRecords_whenReading_thenFails(String answer) {
        vendor.answers(200, answer).answers(200, answer);

        assertThatThrownBy(() -> sales.subscribers(LIST).all()).isInstanceOf(DecodingException.class);
        assertThatThrownBy(() -> sales.subscribers(LIST).list(RecordQuery.newest(2)))
                .isInstanceOf(DecodingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":\"2\"}", "{\"errorCode\":11000}", "{}", "{\"email\":\"a\"}"})
    void givenAnotherRecord_whenFindingOne_thenIsNotUsed(String answer) {
        vendor.answers(200, answer);

        assertThatThrownBy(() -> sales.subscribers(LIST).find(RecordId.of(1))).isInstanceOf(DecodingException.class);
    }

    @Test
    void givenOtherAddresses_whenFindingByEmail_thenTheyAreLeftOut() {
        vendor.answers(
                200, "[{\"id\":\"1\",\"email\":\"káta@example.hu\"},{\"id\":\"2\",\"email\":\"Kata@Example.hu\"}]");

        assertThat(sales.subscribers(LIST).findByEmail(" kata@example.hu ").map(ContactRecord::id))
                .contains(RecordId.of(2));
    }

    @Test
    void givenSlashInValue_whenFinding_thenReadsMoreAndFilters() {
        vendor.answers(
                200,
                "[{\"id\":\"1\",\"mssys_shoprenter_id\":\"W/10\"},{\"id\":\"2\",\"mssys_shoprenter_id\":\"W/1\"}]");

        assertThat(sales.orders(LIST).findByShopOrderId("W/1"))
                .extracting(ContactRecord::id)
                .containsExactly(RecordId.of(2));

        VendorServer.Sent sent = vendor.received();
        assertThat(sent.target()).isEqualTo("/list/5123/order/mssys_shoprenter_id/asc");
        assertThat(sent.body()).isEqualTo("[{\"field\":\"mssys_shoprenter_id\",\"operator\":\">\",\"value\":\"W/\"}]");
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
    void givenBadRowsAmongGood_whenSkipping_thenTheirPlacesAreTold() {
        vendor.answers(200, "[7,{\"id\":\"1\"},null,{\"email\":\"a\"},{\"id\":\"2\"},[]]");
        List<SkippedRows> told = new ArrayList<>();

        List<ContactRecord> records = sales.with(
                        CallOptions.builder().skippingUnreadable(told::add).build())
                .subscribers(LIST)
                .all();

        assertThat(records).extracting(ContactRecord::id).containsExactly(RecordId.of(1), RecordId.of(2));
        assertThat(PartialList.skipped(records)).isEqualTo(4);
        assertThat(told).containsExactly(new SkippedRows("subscribers.all", List.of("/0", "/2", "/3", "/5")));
    }

    @Test
    void givenBadValueWhileSkipping_whenListing_thenIsCounted() {
        vendor.answers(200, "[1019,\"x\",1020]")
                .answers(200, "[\"email\",{}]")
                .answers(200, "[{\"event_id\":5},{\"later\":1}]");
        List<SkippedRows> told = new ArrayList<>();
        SalesAutopilot skipping =
                sales.with(CallOptions.builder().skippingUnreadable(told::add).build());
        LocalDate day = LocalDate.of(2026, 3, 2);

        List<LetterId> letters = skipping.letters().sentIds(day, day);
        List<String> names = skipping.fields(LIST).names();
        List<CrmTask> tasks = skipping.crm(LIST).tasks();

        assertThat(letters).containsExactly(LetterId.of(1019), LetterId.of(1020));
        assertThat(names).containsExactly("email");
        assertThat(tasks).extracting(CrmTask::id).containsExactly(EventId.of(5));
        assertThat(List.of(letters, names, tasks)).allMatch(rows -> PartialList.skipped(rows) == 1);
        assertThat(told)
                .containsExactly(
                        new SkippedRows("letters.sentIds", List.of("/1")),
                        new SkippedRows("fields.names", List.of("/1")),
                        new SkippedRows("crm.allTasks", List.of("/1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"W-1", "WEB/1"})
    void givenBadRowWhileSkipping_whenLookingUp_thenNothingIsPlaced(String number) {
        vendor.answers(200, "[{\"id\":\"x\"},{\"id\":\"1\",\"mssys_shoprenter_id\":\"W-2\"}]");
        SalesAutopilot skipping =
                sales.with(CallOptions.builder().skippingUnreadable(rows -> {}).build());
        OrderWorkflow orders = MarketingWorkflows.of(skipping, store, time).orders(LIST);

        assertThatThrownBy(() -> orders.place(FORM, SimulatorTest.shopOrder(number)))
                .isInstanceOf(DecodingException.class);
        assertThat(vendor.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "null", "0", "\"0\""})
    void givenErrorCodeOfNoError_whenReading_thenIsRead(String code) {
        vendor.answers(200, "{\"id\":\"7\",\"errorCode\":" + code + "}");

        assertThat(sales.subscribers(LIST).find(RecordId.of(7)).map(ContactRecord::id))
                .contains(RecordId.of(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10101", "\"x\"", "{}", "[]", "true"})
    void givenErrorCode_whenReading_thenFails(String code) {
        vendor.answers(200, "{\"id\":\"7\",\"errorCode\":" + code + "}");

        assertThatThrownBy(() -> sales.subscribers(LIST).find(RecordId.of(7)))
                .isInstanceOf(DecodingException.class)
                .hasMessageContaining("an error with status 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "9223372036854775808", "1e30", "\"x\"", "null", "{}"})
    void givenNoId_whenReadingLettersAndTasks_thenNoneIsMade(String id) {
        vendor.answers(200, "[1019," + id + "]").answers(200, "[{\"event_id\":" + id + "}]");
        LocalDate day = LocalDate.of(2026, 3, 2);

        assertThatThrownBy(() -> sales.letters().sentIds(day, day))
                .isInstanceOf(DecodingException.class)
                .hasMessageContaining("not a list of ids");
        assertThatThrownBy(() -> sales.crm(LIST).tasks())
                .isInstanceOf(DecodingException.class)
                .hasMessageContaining("a task without its id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "\"7\"", "7.0", "7e0"})
    void givenId_whenReadingLettersAndTasks_thenIsTyped(String id) {
        vendor.answers(200, "[" + id + "]").answers(200, "[{\"event_id\":" + id + "}]");
        LocalDate day = LocalDate.of(2026, 3, 2);

        assertThat(sales.letters().sentIds(day, day)).containsExactly(LetterId.of(7));
        assertThat(sales.crm(LIST).tasks()).extracting(CrmTask::id).containsExactly(EventId.of(7));
    }

    @Test
    void givenUnknownOperation_whenRequesting_thenIsGuarded() {
        vendor.answers(200, "1");

        Json answer = sales.raw()
                .call(Effect.ONCE, "DELETE", "/fieldoptiondelete/{nl}/{field}/{option}")
                .path("nl", LIST)
                .path("field", "szint")
                .path("option", "b c")
                .send();

        assertThat(answer.isTrue()).isTrue();
        assertThat(vendor.received().target()).isEqualTo("/fieldoptiondelete/5123/szint/b%20c");
        for (String path :
                List.of("//evil.example/x", "http://evil.example", "/a/../b", "/a?x=1", "/a#b", "a", "/a b")) {
            assertThatThrownBy(() -> sales.raw().call(Effect.READ, "GET", path)).hasMessageContaining("path");
        }
        assertThatThrownBy(() -> sales.raw().call(Effect.READ, "TRACE", "/a")).hasMessageContaining("method");
    }

    @Test
    void givenBadInput_whenCalling_thenNamesParameterAndSendsNothing() {
        assertThatThrownBy(() -> ListId.of(0)).hasMessageContaining("list");
        assertThatThrownBy(() -> FormId.of(-1)).hasMessageContaining("form");
        assertThatThrownBy(() -> FieldName.of("E-mail")).hasMessageContaining("field");
        assertThatThrownBy(() -> RecordQuery.newest(0)).hasMessageContaining("limit");
        assertThatThrownBy(() -> sales.segments().records(LIST, List.of())).hasMessageContaining("segments");
        assertThatThrownBy(() -> ProductUpdate.builder().price(BigDecimal.ONE).build())
                .hasMessageContaining("currency");
        assertThatThrownBy(() -> NewOrder.builder().fields(RecordFields.none()).build())
                .hasMessageContaining("product or lines");
        assertThatThrownBy(() -> Address.builder().country("Hungary").build()).hasMessageContaining("country");
        assertThatThrownBy(() -> sales.globals().find("global_x")).hasMessageContaining("name");
        assertThatThrownBy(() -> marketing().contacts(LIST, FORM).subscribeOrUpdate(FORM, RecordFields.none()))
                .hasMessageContaining("email");
        assertThatThrownBy(() -> sales.subscribers(LIST).findByEmail("*@example.hu"))
                .hasMessageContaining("star");
        assertThatThrownBy(() -> sales.subscribers(LIST).unsubscribeEmail("*@example.hu"))
                .hasMessageContaining("star");
        assertThatThrownBy(() -> sales.subscribers(LIST).unsubscribeBy(SystemField.EMAIL, "*"))
                .hasMessageContaining("star");
        assertThatThrownBy(() -> sales.subscribers(LIST).updateBy(FORM, SystemField.EMAIL, "*", RecordFields.none()))
                .hasMessageContaining("star");
        assertThatThrownBy(() -> RowUpdate.byEmail("*", RecordFields.none())).hasMessageContaining("star");
        assertThat(vendor.count()).isZero();
        assertThat(SystemField.ORDER_STATUS.value()).isEqualTo("mssys_order_status");
    }

    private OrderPlacement process() {
        return sales.orders(LIST).process(FORM, SimulatorTest.shopOrder("W-1"));
    }
}
