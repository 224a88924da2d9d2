package io.mostik.remonline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.ApiException;
import io.mostik.core.NotFoundException;
import io.mostik.remonline.assets.Asset;
import io.mostik.remonline.assets.AssetQuery;
import io.mostik.remonline.assets.NewAsset;
import io.mostik.remonline.bookings.Booking;
import io.mostik.remonline.bookings.BookingQuery;
import io.mostik.remonline.bookings.BookingStatus;
import io.mostik.remonline.bookings.BookingUpdate;
import io.mostik.remonline.bookings.NewBooking;
import io.mostik.remonline.bookings.NewBookingItem;
import io.mostik.remonline.catalog.GoodsQuery;
import io.mostik.remonline.catalog.NewProduct;
import io.mostik.remonline.common.Named;
import io.mostik.remonline.common.SortDirection;
import io.mostik.remonline.contacts.ContactQuery;
import io.mostik.remonline.contacts.NewOrganization;
import io.mostik.remonline.contacts.OrganizationUpdate;
import io.mostik.remonline.finance.CashDirection;
import io.mostik.remonline.finance.CashMove;
import io.mostik.remonline.finance.CashReportQuery;
import io.mostik.remonline.finance.Direction;
import io.mostik.remonline.finance.NewPayment;
import io.mostik.remonline.finance.NewTransaction;
import io.mostik.remonline.inquiries.LeadQuery;
import io.mostik.remonline.inquiries.LeadUpdate;
import io.mostik.remonline.inquiries.NewLead;
import io.mostik.remonline.invoices.InvoiceQuery;
import io.mostik.remonline.orders.NewOrder;
import io.mostik.remonline.orders.NewOrderItem;
import io.mostik.remonline.orders.OrderQuery;
import io.mostik.remonline.tasks.NewTask;
import io.mostik.remonline.warehouse.MoveLine;
import io.mostik.remonline.warehouse.MoveQuery;
import io.mostik.remonline.warehouse.NewMove;
import io.mostik.remonline.warehouse.NewOutcome;
import io.mostik.remonline.warehouse.StockQuery;
import io.mostik.testing.remonline.Shelf;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One story for each area of version 2 and of the unversioned address, over HTTP against the played vendor. */
class AreasTest {

    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");

    @RegisterExtension
    final Played played = new Played();

    final RemOnline remonline = played.remonline();

    /** Whatever the client sends has an effect at the vendor. */
    @AfterEach
    void nothingWasIgnored() {
        assertThat(played.vendor().ignored()).isEmpty();
    }

    @Test
    void givenEstimate_whenWorkingOnIt_thenItHasItsLinesAndStatus() {
        long id = remonline
                .estimates()
                .create(NewOrder.builder()
                        .branchId(3301)
                        .orderTypeId(411)
                        .clientId(88001)
                        .build())
                .id();
        remonline
                .estimates()
                .addItem(
                        id,
                        NewOrderItem.builder()
                                .entityId(501)
                                .assigneeId(7005)
                                .quantity(BigDecimal.ONE)
                                .price(new BigDecimal("600"))
                                .build());

        remonline
                .estimates()
                .setStatus(id, remonline.estimates().statuses().get(2).id(), "");

        assertThat(remonline.estimates().list(OrderQuery.all()))
                .singleElement()
                .satisfies(estimate -> assertThat(estimate.total()).contains(new BigDecimal("600.00")));
        assertThat(remonline.estimates().reconcileStatus(id, 5100202)).isTrue();
        assertThat(remonline.orders().list(OrderQuery.all())).isEmpty();
    }

    @Test
    void givenBooking_whenItIsConfirmed_thenListedUnderItsStatus() {
        long id = remonline
                .bookings()
                .create(NewBooking.builder()
                        .branchId(3301)
                        .clientId(88001)
                        .scheduledFor(NOON)
                        .scheduledTo(NOON.plusSeconds(1800))
                        .build())
                .id();
        remonline
                .bookings()
                .addItem(
                        id,
                        NewBookingItem.builder()
                                .entityId(601)
                                .quantity(BigDecimal.ONE)
                                .build());

        remonline
                .bookings()
                .update(
                        id,
                        BookingUpdate.builder()
                                .statusId(BookingStatus.CONFIRMED)
                                .build());

        BookingQuery confirmed = BookingQuery.builder()
                .addStatuses(BookingStatus.CONFIRMED)
                .scheduledSince(NOON.minusSeconds(60))
                .build();
        assertThat(remonline.bookings().list(confirmed)).extracting(Booking::id).containsExactly(id);
        assertThat(remonline.bookings().items(id)).hasSize(1);
        ApiException refusal = catchThrowableOfType(
                ApiException.class,
                () -> remonline
                        .bookings()
                        .update(
                                id,
                                BookingUpdate.builder()
                                        .statusId(new BookingStatus(9))
                                        .build()));
        assertThat(refusal.error().details()).containsKey("status_id");
    }

    @Test
    void givenInvoicesAndSales_whenReading_thenBothShowTheirLines() {
        played.vendor().setup().invoice(4001, "I-1", 1).invoice(4002, "I-2", 2).sale(5001, "S-1");

        assertThat(remonline
                        .invoices()
                        .list(InvoiceQuery.builder().addStatuses(2).build()))
                .singleElement()
                .satisfies(invoice -> assertThat(invoice.number()).contains("I-2"));
        assertThat(remonline.invoices().items(4001).get(0).price()).contains(new BigDecimal("600"));
        assertThat(remonline.invoices().statuses()).hasSize(4);
        assertThat(remonline.sales().list()).hasSize(1);
        assertThat(remonline.sales().get(5001).items()).hasSize(1);
        assertThatThrownBy(() -> remonline.sales().get(1)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void givenMoneyInBothGenerations_whenReadingReport_thenHasBoth() {
        long till = remonline.finance().accounts().toList().get(0).id();
        long booked = remonline
                .finance()
                .createTransaction(
                        till,
                        NewTransaction.builder()
                                .amount(new BigDecimal("1500.00"))
                                .direction(Direction.INCOME)
                                .build())
                .id();

        remonline
                .cashboxes()
                .pay(
                        till,
                        NewPayment.builder()
                                .payment(new BigDecimal("200"))
                                .direction(CashDirection.EXPENSE)
                                .build());

        assertThat(remonline
                        .cashboxes()
                        .report(
                                till,
                                CashReportQuery.builder()
                                        .sortDir(SortDirection.ASCENDING)
                                        .build()))
                .extracting(CashMove::value)
                .extracting(BigDecimal::intValueExact)
                .containsExactly(1500, -200);
        remonline.finance().deleteTransaction(till, booked);
        assertThat(played.vendor().rows(Shelf.CASH_MOVES)).hasSize(1);
    }

    @Test
    void givenOrganisation_whenPeopleJoinIt_thenBothSidesKnow() {
        long id = remonline
                .organizations()
                .create(NewOrganization.builder().name("Demo bakery").build())
                .id();

        remonline.organizations().link(id, 88001);
        remonline
                .organizations()
                .update(id, OrganizationUpdate.builder().notes("pays late").build());
        remonline.organizations().comment(id, "called", true);

        assertThat(remonline.people().organizations(88001)).hasSize(1);
        assertThat(remonline.organizations().people(id)).hasSize(1);
        assertThat(remonline
                        .organizations()
                        .list(ContactQuery.builder().addNames("bakery").build()))
                .hasSize(1);
        remonline.organizations().unlink(id, 88001);
        assertThat(remonline.organizations().people(id)).isEmpty();
        remonline.organizations().delete(id);
        assertThatThrownBy(() -> remonline.organizations().get(id)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void givenTwoRecordsOfOnePerson_whenMerged_thenOneIsLeft() {
        long twin = played.vendor().seedPerson("Ira", "Lys", "+380500000001");

        remonline.people().merge(88001, List.of(twin));

        assertThat(remonline.people().list(ContactQuery.all())).hasSize(1);
        assertThat(remonline.people().customFields()).isEmpty();
    }

    @Test
    void givenProductBeforeVersion2_whenReadingCatalogue_thenHasIt() {
        long id = remonline
                .goods()
                .createProduct(NewProduct.builder()
                        .categoryId(71)
                        .title("Screen")
                        .article("SC-1")
                        .putPrice("81", new BigDecimal("900.50"))
                        .build())
                .id();

        assertThat(remonline.catalog().product(id).prices()).containsEntry("81", new BigDecimal("900.50"));
        assertThat(remonline
                        .goods()
                        .products(GoodsQuery.builder().addArticles("SC-1").build()))
                .hasSize(1);
        assertThat(remonline.catalog().services()).hasSize(2);
        assertThat(remonline.catalog().productCategories()).hasSize(1);
        assertThat(remonline.catalog().bundle(66).title()).isPresent();
        assertThat(remonline.goods().bundleEntities(66)).hasSize(1);
        assertThat(remonline.goods().priceLists()).extracting(Named::id).containsExactly(81L);
    }

    @Test
    void givenGoodsMovedOrWrittenOff_whenReading_thenRestIsThere() {
        played.vendor().setup().warehouse(902, "Van", 3302);
        MoveLine three =
                MoveLine.builder().entity(501).quantity(new BigDecimal("3")).build();

        remonline
                .warehouse()
                .createMove(NewMove.builder()
                        .sourceWarehouseId(901)
                        .targetWarehouseId(902)
                        .addEntities(three)
                        .build());
        remonline
                .warehouse()
                .createOutcome(
                        NewOutcome.builder().warehouse(901).addEntities(three).build());

        assertThat(remonline
                        .warehouse()
                        .stock(901, StockQuery.all())
                        .toList()
                        .get(0)
                        .residue())
                .contains(new BigDecimal("4"));
        assertThat(remonline
                        .warehouse()
                        .stock(902, StockQuery.all())
                        .toList()
                        .get(0)
                        .residue())
                .contains(new BigDecimal("3"));
        assertThat(remonline
                        .warehouse()
                        .moves(MoveQuery.builder().branchId(3301).build()))
                .hasSize(1);
        assertThat(remonline.warehouse().good(902, 501).isPresent()).isTrue();
        assertThat(remonline.warehouse().cells(901)).hasSize(1);
        assertThat(remonline.warehouse().categories()).hasSize(1);
    }

    @Test
    void givenAsset_whenItsMarkComesTwice_thenTheVendorRefusesIt() {
        NewAsset phone = NewAsset.builder()
                .uid("SN-1")
                .brand("Acme")
                .model("One")
                .ownerId(88001)
                .build();
        long id = remonline.assets().create(phone).id();

        ApiException refusal = catchThrowableOfType(
                ApiException.class, () -> remonline.assets().create(phone));

        assertThat(refusal.error().details()).containsKey("uid");
        remonline.assets().move(id, 901);
        assertThat(remonline
                        .assets()
                        .list(AssetQuery.builder().addWarehouseId(901).build()))
                .extracting(Asset::id)
                .containsExactly(id);
        assertThat(remonline.assets().directories(2)).hasSize(1);
    }

    @Test
    void givenLead_whenItMovesOn_thenVersion2ShowsItAsAnInquiry() {
        long id = remonline
                .leads()
                .create(NewLead.builder()
                        .leadtypeId(811)
                        .contactPhone("+380500000009")
                        .contactName("Petro")
                        .build())
                .id();
        long next = remonline.leads().statuses().get(1).id();

        remonline.leads().setStatus(id, next);
        remonline.leads().comment(id, "called back", true);
        remonline
                .leads()
                .update(LeadUpdate.builder()
                        .leadId(id)
                        .statusId(next)
                        .description("wants a new screen")
                        .build());

        assertThat(remonline.inquiries().get(id).status().orElseThrow().id()).isEqualTo(next);
        assertThat(remonline.leads().list(LeadQuery.builder().addStatuses(next).build()))
                .hasSize(1);
        assertThat(played.vendor().rows(Shelf.COMMENTS)).hasSize(1);
        assertThatThrownBy(() -> remonline.leads().setStatus(id, 1)).isInstanceOf(ApiException.class);
    }

    @Test
    void givenTask_whenItIsDone_thenItIsClosed() {
        NewTask task = NewTask.builder()
                .title("Call back")
                .deadline(NOON)
                .addAssignees(7005L)
                .build();
        long id = remonline.tasks().create(task).id();

        remonline.tasks().close(id);
        remonline.tasks().comment(id, "done", false);

        assertThat(remonline.tasks().get(id).title()).contains("Call back");
        assertThat(played.vendor().tasks().get(0).path("is_closed").asBoolean()).isTrue();
        remonline.tasks().reopen(id);
        assertThat(played.vendor().tasks().get(0).path("is_closed").asBoolean()).isFalse();
    }

    @Test
    void givenDictionaries_whenReading_thenEachIsThere() {
        assertThat(remonline.company().taxes()).hasSize(1);
        assertThat(remonline.company().legalEntity(1).name()).contains("Demo repairs Ltd");
        assertThat(remonline.company().directories()).hasSize(1);
        assertThat(remonline.company().resources(3301)).hasSize(1);
        assertThat(remonline.cashboxes().cashFlowItems()).hasSize(1);
        assertThat(remonline.access().report().blind()).isEmpty();
    }
}
