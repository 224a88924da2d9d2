package io.mostik.remonline;

import io.mostik.remonline.assets.NewAsset;
import io.mostik.remonline.bookings.NewBooking;
import io.mostik.remonline.catalog.NewProduct;
import io.mostik.remonline.catalog.NewService;
import io.mostik.remonline.common.Phone;
import io.mostik.remonline.contacts.NewOrganization;
import io.mostik.remonline.contacts.NewPerson;
import io.mostik.remonline.finance.CashDirection;
import io.mostik.remonline.finance.NewPayment;
import io.mostik.remonline.inquiries.NewLead;
import io.mostik.remonline.legacy.NewLegacyClient;
import io.mostik.remonline.legacy.NewLegacyOrder;
import io.mostik.remonline.orders.NewOrder;
import io.mostik.remonline.tasks.NewTask;
import io.mostik.remonline.warehouse.NewPosting;
import io.mostik.remonline.warehouse.PostingLine;
import io.mostik.remonline.warehouse.PostingPayment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * A write and its look-up.
 *
 * @param path where it goes
 * @param write sends it
 * @param lookUp returns how many rows may be it
 */
record LostWrite(String path, Consumer<Played> write, BiFunction<Played, Instant, Integer> lookUp) {

    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");
    private static final NewOrder ORDER = NewOrder.builder()
            .branchId(3301)
            .orderTypeId(411)
            .clientId(88001)
            .malfunction("screen")
            .scheduledFor(NOON)
            .build();
    private static final NewPerson PERSON = NewPerson.builder()
            .firstName("Petro")
            .addPhones(Phone.of("+380500000007"))
            .build();
    private static final NewPerson NAMED =
            NewPerson.builder().firstName("Olena").build();
    private static final NewOrganization ORGANIZATION =
            NewOrganization.builder().name("Demo bakery").build();
    private static final NewBooking BOOKING = NewBooking.builder()
            .branchId(3301)
            .clientId(88001)
            .scheduledFor(NOON)
            .scheduledTo(NOON.plusSeconds(3600))
            .build();
    private static final NewLead LEAD = NewLead.builder()
            .leadtypeId(811)
            .contactPhone("+380500000009")
            .contactName("Petro")
            .build();
    private static final NewAsset ASSET =
            NewAsset.builder().uid("SN-1").ownerId(88001).build();
    private static final NewTask TASK = NewTask.builder()
            .title("Call back")
            .deadline(NOON)
            .addAssignees(7005L)
            .build();
    private static final NewPayment PAYMENT = NewPayment.builder()
            .payment(new BigDecimal("150.50"))
            .direction(CashDirection.EXPENSE)
            .build();
    private static final NewPosting POSTING = NewPosting.builder()
            .branchId(3301)
            .warehouseId(901)
            .supplierId(88001)
            .documentNumber("D-7")
            .addProducts(PostingLine.builder()
                    .entityId(501)
                    .quantity(BigDecimal.ONE)
                    .cost(new BigDecimal("400"))
                    .build())
            .cashflow(PostingPayment.builder()
                    .payment(new BigDecimal("-400"))
                    .cashbox(91)
                    .build())
            .build();
    private static final NewProduct PRODUCT =
            NewProduct.builder().categoryId(71).title("Screen").article("SC-1").build();
    private static final NewService SERVICE =
            NewService.builder().categoryId(71).title("Cleaning").build();
    private static final NewLegacyOrder LEGACY_ORDER = NewLegacyOrder.builder()
            .branchId(3301)
            .orderType(411)
            .clientId(88001)
            .malfunction("screen")
            .build();
    private static final NewLegacyClient LEGACY_CLIENT = NewLegacyClient.builder()
            .firstName("Petro")
            .addPhone("+380500000008")
            .build();

    static final List<LostWrite> ALL = List.of(
            new LostWrite(
                    "/v2/orders",
                    on -> on.remonline().orders().create(ORDER),
                    (on, since) -> on.remonline()
                            .orders()
                            .reconcileCreate(ORDER, since)
                            .size()),
            new LostWrite(
                    "/v2/estimates",
                    on -> on.remonline().estimates().create(ORDER),
                    (on, since) -> on.remonline()
                            .estimates()
                            .reconcileCreate(ORDER, since)
                            .size()),
            new LostWrite(
                    "/v2/contacts/people",
                    on -> on.remonline().people().create(PERSON),
                    (on, since) -> on.remonline()
                            .people()
                            .reconcileCreate(PERSON, since)
                            .size()),
            new LostWrite(
                    "/v2/contacts/people",
                    on -> on.remonline().people().create(NAMED),
                    (on, since) -> on.remonline()
                            .people()
                            .reconcileCreate(NAMED, since)
                            .size()),
            new LostWrite(
                    "/v2/contacts/organizations",
                    on -> on.remonline().organizations().create(ORGANIZATION),
                    (on, since) -> on.remonline()
                            .organizations()
                            .reconcileCreate(ORGANIZATION, since)
                            .size()),
            new LostWrite(
                    "/v2/bookings",
                    on -> on.remonline().bookings().create(BOOKING),
                    (on, since) -> on.remonline()
                            .bookings()
                            .reconcileCreate(BOOKING, since)
                            .size()),
            new LostWrite(
                    "/lead/",
                    on -> on.remonline().leads().create(LEAD),
                    (on, since) ->
                            on.remonline().leads().reconcileCreate(LEAD, since).size()),
            new LostWrite("/warehouse/assets", on -> on.remonline().assets().create(ASSET), (on, since) -> (int)
                    on.remonline().assets().reconcileCreate(ASSET).stream().count()),
            new LostWrite(
                    "/tasks",
                    on -> on.remonline().tasks().create(TASK),
                    (on, since) -> on.remonline().tasks().reconcileCreate(TASK).size()),
            new LostWrite(
                    "/cashbox/91/payment",
                    on -> on.remonline().cashboxes().pay(91, PAYMENT),
                    (on, since) -> on.remonline()
                            .cashboxes()
                            .reconcilePay(91, PAYMENT, since)
                            .size()),
            new LostWrite(
                    "/warehouse/postings/",
                    on -> on.remonline().warehouse().createPosting(POSTING),
                    (on, since) -> on.remonline()
                            .warehouse()
                            .reconcilePosting(POSTING, since)
                            .size()),
            new LostWrite(
                    "/products/",
                    on -> on.remonline().goods().createProduct(PRODUCT),
                    (on, since) ->
                            on.remonline().goods().reconcileProduct(PRODUCT).size()),
            new LostWrite(
                    "/services/",
                    on -> on.remonline().goods().createService(SERVICE),
                    (on, since) ->
                            on.remonline().goods().reconcileService(SERVICE).size()),
            new LostWrite(
                    "/order/",
                    on -> on.legacy().orders().create(LEGACY_ORDER),
                    (on, since) -> on.legacy()
                            .orders()
                            .reconcileCreate(LEGACY_ORDER, since)
                            .size()),
            new LostWrite(
                    "/clients/",
                    on -> on.legacy().clients().create(LEGACY_CLIENT),
                    (on, since) -> on.legacy()
                            .clients()
                            .reconcileCreate(LEGACY_CLIENT, since)
                            .size()));

    void send(Played on) {
        write.accept(on);
    }

    int found(Played on, Instant since) {
        return lookUp.apply(on, since);
    }

    @Override
    public String toString() {
        return "POST " + path;
    }
}
