package io.mostik.salesautopilot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.ApiException;
import io.mostik.core.Effect;
import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.salesautopilot.coupons.Coupon;
import io.mostik.salesautopilot.coupons.CouponLine;
import io.mostik.salesautopilot.globals.GlobalVariable;
import io.mostik.salesautopilot.ids.CategoryId;
import io.mostik.salesautopilot.ids.EventId;
import io.mostik.salesautopilot.ids.FieldName;
import io.mostik.salesautopilot.ids.LandingPageId;
import io.mostik.salesautopilot.ids.LetterId;
import io.mostik.salesautopilot.ids.ProductId;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.ids.SegmentId;
import io.mostik.salesautopilot.ids.SendId;
import io.mostik.salesautopilot.letters.Mailing;
import io.mostik.salesautopilot.lists.FieldOption;
import io.mostik.salesautopilot.lists.FieldType;
import io.mostik.salesautopilot.lists.FieldsApi;
import io.mostik.salesautopilot.lists.FormKind;
import io.mostik.salesautopilot.lists.ListType;
import io.mostik.salesautopilot.lists.NewField;
import io.mostik.salesautopilot.products.NewProduct;
import io.mostik.salesautopilot.products.Product;
import io.mostik.salesautopilot.products.ProductUpdate;
import io.mostik.salesautopilot.records.ContactRecord;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.records.SystemField;
import io.mostik.salesautopilot.subscribers.RecordQuery;
import io.mostik.salesautopilot.subscribers.RowUpdate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The client over HTTP with the whole of the simulator: two readings of the same facts. */
class SurfaceTest extends SimulatorTest {

    private static final FieldName LEVEL = FieldName.of("tagsag_szint");
    private static final RecordFields VIP =
            RecordFields.builder().set(FieldName.of("mssys_crm_status"), "VIP").build();

    @ParameterizedTest
    @MethodSource("io.mostik.salesautopilot.OperationsTest#operations")
    void givenAnyOperation_whenSimulated_thenPathAndVerbAreServed(Operation operation) {
        ApiException refusal =
                catchThrowableOfType(ApiException.class, () -> operation.call().apply(sales));

        assertThat(refusal == null ? 406 : refusal.error().status()).isIn(406, 400, 200);
        assertThat(vendor.journal().last().method()).isEqualTo(operation.verb());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void givenRecords_whenChangingAndLeavingInBatches_thenAllCount(boolean quoted) {
        vendor.quoteScalars(quoted);
        RecordId kata = add("kata@example.hu");
        RecordId pal = add("pal@example.hu");
        var subscribers = sales.subscribers(NEWSLETTER);

        assertThat(subscribers.updateAll(
                        UPDATE, List.of(RowUpdate.byId(kata, VIP), RowUpdate.byEmail("pal@example.hu", VIP))))
                .isEqualTo(2);
        assertThat(subscribers.batchUpdate(List.of(RowUpdate.byId(RecordId.of(1), VIP))))
                .isZero();
        assertThat(vendor.timesFired(UPDATE.value())).isEqualTo(2);
        assertThat(subscribers.unsubscribeBy(FieldName.of("mssys_crm_status"), "VIP"))
                .isEqualTo(2);
        assertThat(subscribers.find(pal).flatMap(ContactRecord::active)).contains(false);
        assertThat(subscribers.delete(kata)).isTrue();
        assertThat(subscribers.delete(kata)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void givenRecord_whenAskingForLinks_thenReadsThemHoweverTheyCome(boolean quoted) {
        vendor.quoteScalars(quoted);
        vendor.addLandingPage(NEWSLETTER.value(), 77);
        RecordId kata = add("kata@example.hu");
        var links = sales.links(NEWSLETTER);

        assertThat(links.updateForm(UPDATE, kata)).hasHost("links.example").hasPath("/update/20772/" + kata.value());
        assertThat(links.secureUpdateForm(UPDATE, kata)).hasPath("/update/s/20772/" + kata.value());
        assertThat(links.landingPage(LandingPageId.of(77), kata)).hasPath("/page/77/" + kata.value());
        assertThat(refused(() -> links.landingPage(LandingPageId.of(78), kata))).isEqualTo(406);
    }

    @Test
    void givenSegments_whenReading_thenIsTheirUnion() {
        vendor.addSegment(NEWSLETTER.value(), 31, "mssys_city", "Pécs");
        vendor.addSegment(NEWSLETTER.value(), 32, "mssys_city", "Eger");
        vendor.addSegment(ORDERS.value(), 33, "mssys_order_status", "1");
        for (String city : List.of("Pécs", "Eger", "Győr")) {
            vendor.addRecord(NEWSLETTER.value(), Map.of("email", city + "@example.hu", "mssys_city", city));
        }
        sales.orders(ORDERS).process(ORDER, webshopOrder("W-1", email("kata@example.hu")));
        List<SegmentId> both = List.of(SegmentId.of(31), SegmentId.of(32));

        assertThat(sales.segments().records(NEWSLETTER, both)).hasSize(2);
        assertThat(sales.segments()
                        .records(
                                NEWSLETTER,
                                both,
                                RecordQuery.builder()
                                        .orderBy(SystemField.EMAIL)
                                        .limit(1)
                                        .build()))
                .singleElement()
                .satisfies(first -> assertThat(first.email()).contains("Eger@example.hu"));
        assertThat(sales.segments().count(SegmentId.of(31))).isEqualTo(1);
        assertThat(sales.segments().income(SegmentId.of(33)))
                .containsExactly(Map.entry("HUF", new BigDecimal("127.00")));
        assertThat(sales.segments().income(SegmentId.of(31))).isEmpty();
    }

    @Test
    void givenList_whenAddingAColumnWithOptions_thenItCanBeWritten() {
        FieldsApi fields = sales.fields(NEWSLETTER);
        NewField level = NewField.builder()
                .name(LEVEL)
                .label("Szint")
                .type(FieldType.SELECT)
                .putOption("b", "Bronz")
                .build();

        assertThat(fields.exists(LEVEL)).isFalse();
        assertThat(fields.add(level)).isTrue();
        assertThat(fields.add(level)).isFalse();
        assertThat(fields.exists(LEVEL)).isTrue();
        assertThat(fields.names()).contains("email", LEVEL.value());
        assertThat(fields.types())
                .containsEntry(LEVEL.value(), FieldType.SELECT)
                .containsKey("subdate");
        assertThat(fields.addOption(LEVEL, new FieldOption("e", "Ezüst"))).isTrue();
        assertThat(fields.editOption(LEVEL, "b", new FieldOption("a", "Arany"))).isTrue();
        assertThat(fields.options(LEVEL))
                .containsExactlyInAnyOrder(new FieldOption("e", "Ezüst"), new FieldOption("a", "Arany"));
        assertThat(sales.raw()
                        .call(Effect.ONCE, "DELETE", "/fieldoptiondelete/{nl}/{field}/{option}")
                        .path("nl", NEWSLETTER)
                        .path("field", LEVEL)
                        .path("option", "e")
                        .send()
                        .isTrue())
                .isTrue();
        assertThat(refused(() -> fields.options(FieldName.of("email")))).isEqualTo(406);
    }

    @Test
    void givenAccount_whenLookingAround_thenFindsListsAndForms() {
        assertThat(sales.lists().list()).hasSize(2);
        assertThat(sales.lists().list(ListType.ORDERS))
                .singleElement()
                .satisfies(list -> assertThat(list.id()).isEqualTo(ORDERS));
        assertThat(sales.lists().forms(NEWSLETTER)).noneMatch(form -> form.id().equals(UPDATE));
        assertThat(sales.lists().forms(NEWSLETTER, FormKind.UPDATE))
                .singleElement()
                .satisfies(form -> assertThat(form.id()).isEqualTo(UPDATE));
    }

    @Test
    void givenCatalogue_whenChangingIt_thenReadsTheSame() {
        CategoryId category = sales.categories().create("Kellék");
        assertThat(sales.categories().update(category, "Kellékek", OptionalInt.of(3)))
                .isTrue();
        ProductId mat = product("YM-01", category);

        assertThat(sales.products()
                        .update(
                                mat,
                                ProductUpdate.builder()
                                        .price(new BigDecimal("8000"))
                                        .currency("HUF")
                                        .build()))
                .isTrue();
        assertThat(sales.products()
                        .updateBySku(
                                "YM-01", ProductUpdate.builder().name("Szőnyeg").build()))
                .isTrue();
        Product read = sales.products().find(mat).orElseThrow();
        assertThat(read.price()).contains(new BigDecimal("8000"));
        assertThat(read.name()).contains("Szőnyeg");
        assertThat(read.categories())
                .singleElement()
                .satisfies(each -> assertThat(each.name()).contains("Kellékek"));
        assertThat(sales.products().list()).hasSize(1);
        assertThat(sales.products().delete(mat)).isTrue();
        assertThat(sales.products().delete(mat)).isFalse();
        assertThat(sales.products().find(mat)).isEmpty();
        assertThat(sales.categories().delete(category)).isTrue();
        assertThat(sales.categories().find(category)).isEmpty();
        assertThat(sales.categories().list()).isEmpty();
    }

    @Test
    void givenCoupon_whenChecking_thenSaysWhatItBrings() {
        ProductId mat = product("YM-01", sales.categories().create("Kellék"));
        vendor.addCoupon(ORDERS.value(), "TAVASZ", BigDecimal.TEN);
        List<CouponLine> lines =
                List.of(CouponLine.builder().product(mat).quantity(1).build());

        assertThat(sales.coupons(ORDERS).check("TAVASZ", lines))
                .map(Coupon::grossDiscount)
                .isPresent()
                .hasValueSatisfying(discount -> assertThat(discount).hasToString("Optional[998.60]"));
        assertThat(sales.coupons(ORDERS).check("NYAR", lines)).isEmpty();
    }

    @Test
    void givenLetter_whenSendingItToRecords_thenItIsOnTheRecord() {
        vendor.addLetter(NEWSLETTER.value(), 1019, 341733, "Kód");
        RecordId kata = add("kata@example.hu");
        Mailing mailing = Mailing.builder()
                .send(SendId.of(341733))
                .record(kata)
                .textPart("kód: 5512")
                .build();

        assertThat(sales.letters().send(List.of(mailing))).isEqualTo(1);
        assertThat(vendor.timesSent(341733, kata.value())).isEqualTo(1);
        assertThat(sales.letters().sentIds(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 2)))
                .containsExactly(LetterId.of(1019));
        assertThat(sales.letters().sentIds(LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 4)))
                .isEmpty();
        assertThat(sales.letters().summary(LetterId.of(1019)).get("sent").text())
                .contains("1");
        assertThat(sales.letters().log(LetterId.of(1019))).hasSize(1);
    }

    @Test
    void givenLostAnswer_whenSendingALetter_thenItIsNotSentAgain() {
        vendor.addLetter(NEWSLETTER.value(), 1019, 341733, "Kód");
        RecordId kata = add("kata@example.hu");
        Mailing mailing = Mailing.builder().send(SendId.of(341733)).record(kata).build();
        vendor.faults().actThenDrop().times(5);

        var failure =
                catchThrowableOfType(SdkException.class, () -> sales.letters().send(List.of(mailing)));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(vendor.timesSent(341733, kata.value())).isEqualTo(1);
    }

    @Test
    void givenVariables_whenChangingThem_thenReadsTheSame() {
        GlobalVariable first =
                GlobalVariable.builder().html("<b>x</b>").text("x").build();

        assertThat(sales.globals().create("akcio", first)).isTrue();
        assertThat(sales.globals().create("akcio", first)).isFalse();
        assertThat(sales.globals()
                        .update("akcio", GlobalVariable.builder().text("y").build()))
                .isTrue();
        assertThat(sales.globals().find("akcio"))
                .contains(GlobalVariable.builder().html("<b>x</b>").text("y").build());
        assertThat(sales.globals().find("nincs")).isEmpty();
    }

    @Test
    void givenTasks_whenClosingOne_thenItIsClosed() {
        EventId task = EventId.of(vendor.addTask(NEWSLETTER.value(), "felhívni"));

        assertThat(sales.crm(NEWSLETTER).openTasks()).hasSize(1);
        assertThat(sales.crm(NEWSLETTER).close(task)).isTrue();
        assertThat(sales.crm(NEWSLETTER).openTasks()).isEmpty();
        assertThat(sales.crm(NEWSLETTER).closedTasks())
                .singleElement()
                .satisfies(each -> assertThat(each.id()).isEqualTo(task));
        assertThat(sales.crm(NEWSLETTER).tasks()).hasSize(1);
        assertThat(sales.vcc()
                        .updateRecord("m1", "p2", "r3", Map.of("phone", "1"))
                        .isTrue())
                .isTrue();
        assertThat(vendor.callCentreUpdates()).containsExactly("m1/p2/r3");
    }

    private RecordId add(String address) {
        return RecordId.of(vendor.addRecord(NEWSLETTER.value(), Map.of("email", address)));
    }

    private ProductId product(String sku, CategoryId category) {
        return sales.products()
                .create(NewProduct.builder()
                        .name("Jógaszőnyeg")
                        .price(new BigDecimal("7862.99"))
                        .vatPercent(new BigDecimal("27"))
                        .currency("HUF")
                        .sku(sku)
                        .addCategories(category)
                        .build());
    }

    private static RecordFields email(String address) {
        return RecordFields.builder().email(address).build();
    }

    private static int refused(Runnable call) {
        return catchThrowableOfType(ApiException.class, call::run).error().status();
    }
}
