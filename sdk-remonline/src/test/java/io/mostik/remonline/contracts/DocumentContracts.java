package io.mostik.remonline.contracts;

import io.mostik.core.json.Json;
import io.mostik.remonline.RemOnline;
import io.mostik.remonline.bookings.BookingQuery;
import io.mostik.remonline.bookings.BookingStatus;
import io.mostik.remonline.bookings.BookingUpdate;
import io.mostik.remonline.bookings.NewBooking;
import io.mostik.remonline.bookings.NewBookingItem;
import io.mostik.remonline.common.CustomFieldType;
import io.mostik.remonline.common.Sort;
import io.mostik.remonline.common.Warranty;
import io.mostik.remonline.common.WarrantyUnit;
import io.mostik.remonline.invoices.InvoiceQuery;
import io.mostik.remonline.orders.NewOrder;
import io.mostik.remonline.orders.NewOrderItem;
import io.mostik.remonline.orders.OrderItemUpdate;
import io.mostik.remonline.orders.OrderQuery;
import io.mostik.remonline.orders.OrderUpdate;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** What is sent and read. Answers lie beside, in files named after the operation. */
final class DocumentContracts {

    static final List<Contract<RemOnline>> ALL = List.of(
            Contract.<RemOnline>of(
                    "orders.list",
                    "GET /v2/orders?page=1&branches=3301&client_names=Ira&created_at=2026-02-03T08%3A00%3A00Z&created_at=2026-02-03T09%3A00%3A00Z&sort=-id",
                    api -> api.orders()
                            .list(OrderQuery.builder()
                                    .addBranches(3301)
                                    .addClientNames("Ira")
                                    .createdBetween(
                                            Instant.parse("2026-02-03T08:00:00.123Z"),
                                            Instant.parse("2026-02-03T09:00:00Z"))
                                    .sort(Sort.ID.descending())
                                    .build())
                            .toList()
                            .get(0)
                            .payer()
                            .isPresent(),
                    false),
            Contract.<RemOnline>of(
                    "orders.get",
                    "GET /v2/orders/7",
                    api -> api.orders().get(7).asset().orElseThrow().uid().orElse(""),
                    "SN-1"),
            Contract.<RemOnline>of(
                            "orders.create",
                            "POST /v2/orders",
                            api -> api.orders()
                                    .create(NewOrder.builder()
                                            .branchId(3301)
                                            .orderTypeId(411)
                                            .clientId(88001)
                                            .scheduledFor(Instant.parse("2026-02-05T09:00:00.123Z"))
                                            .malfunction("No power")
                                            .urgent(true)
                                            .putCustomField("f1", Json.of("red"))
                                            .build())
                                    .id(),
                            90412001L)
                    .sending(
                            "{\"branch_id\": 3301, \"order_type_id\": 411, \"client_id\": 88001, \"scheduled_for\": \"2026-02-05T09:00:00Z\", \"malfunction\": \"No power\", \"urgent\": true, \"custom_fields\": {\"f1\": \"red\"}}"),
            Contract.<RemOnline>of(
                            "orders.update",
                            "PATCH /v2/orders/7",
                            Contract.done(api -> api.orders()
                                    .update(
                                            7,
                                            OrderUpdate.builder()
                                                    .resume("")
                                                    .managerId(7001)
                                                    .build())),
                            "")
                    .sending("{\"resume\": \"\", \"manager_id\": 7001}"),
            Contract.<RemOnline>of(
                    "orders.items",
                    "GET /v2/orders/7/items",
                    api -> api.orders()
                            .items(7)
                            .get(0)
                            .warranty()
                            .orElseThrow()
                            .unit()
                            .orElseThrow(),
                    WarrantyUnit.MONTHS),
            Contract.<RemOnline>of(
                            "orders.addItem",
                            "POST /v2/orders/7/items",
                            api -> api.orders()
                                    .addItem(
                                            7,
                                            NewOrderItem.builder()
                                                    .entityId(501)
                                                    .assigneeId(7005)
                                                    .quantity(new BigDecimal("2"))
                                                    .price(new BigDecimal("600.00"))
                                                    .build())
                                    .id(),
                            31L)
                    .sending(
                            "{\"entity_id\": 501, \"assignee_id\": 7005, \"quantity\": 2, \"price\": 600.0, \"cost\": 0, \"discount\": {\"type\": \"percentage\", \"percentage\": 0, \"amount\": 0, \"sponsor\": \"staff\"}, \"warranty\": {\"period\": \"0\", \"periodUnits\": \"days\"}}"),
            Contract.<RemOnline>of(
                            "orders.updateItem",
                            "PATCH /v2/orders/7/items/31",
                            Contract.done(api -> api.orders()
                                    .updateItem(
                                            7,
                                            31,
                                            OrderItemUpdate.builder()
                                                    .quantity(new BigDecimal("1.5"))
                                                    .warranty(Warranty.builder()
                                                            .period(3)
                                                            .unit(WarrantyUnit.MONTHS)
                                                            .build())
                                                    .build())),
                            "")
                    .sending("{\"quantity\": 1.5, \"warranty\": {\"period\": \"3\", \"periodUnits\": \"months\"}}"),
            Contract.<RemOnline>of(
                            "orders.setStatus",
                            "POST /v2/orders/7/status",
                            Contract.done(api -> api.orders().setStatus(7, 5100205, "ready")),
                            "")
                    .sending("{\"status_id\": 5100205, \"comment\": \"ready\"}"),
            Contract.<RemOnline>of(
                    "orders.statuses",
                    "GET /v2/orders/statuses",
                    api -> api.orders().statuses().get(0).group().orElseThrow().type(),
                    1),
            Contract.<RemOnline>of(
                    "orders.types",
                    "GET /v2/orders/types",
                    api -> api.orders().types().get(0).name().orElse(""),
                    "Paid repair"),
            Contract.<RemOnline>of(
                    "estimates.list",
                    "GET /v2/estimates?page=1&branches=3301&client_names=Ira&created_at=2026-02-03T08%3A00%3A00Z&created_at=2026-02-03T09%3A00%3A00Z&sort=-id",
                    api -> api.estimates()
                            .list(OrderQuery.builder()
                                    .addBranches(3301)
                                    .addClientNames("Ira")
                                    .createdBetween(
                                            Instant.parse("2026-02-03T08:00:00.123Z"),
                                            Instant.parse("2026-02-03T09:00:00Z"))
                                    .sort(Sort.ID.descending())
                                    .build())
                            .toList()
                            .get(0)
                            .payer()
                            .isPresent(),
                    false),
            Contract.<RemOnline>of(
                    "estimates.get",
                    "GET /v2/estimates/7",
                    api -> api.estimates().get(7).asset().orElseThrow().uid().orElse(""),
                    "SN-1"),
            Contract.<RemOnline>of(
                            "estimates.create",
                            "POST /v2/estimates",
                            api -> api.estimates()
                                    .create(NewOrder.builder()
                                            .branchId(3301)
                                            .orderTypeId(411)
                                            .clientId(88001)
                                            .scheduledFor(Instant.parse("2026-02-05T09:00:00.123Z"))
                                            .malfunction("No power")
                                            .urgent(true)
                                            .putCustomField("f1", Json.of("red"))
                                            .build())
                                    .id(),
                            90412001L)
                    .sending(
                            "{\"branch_id\": 3301, \"order_type_id\": 411, \"client_id\": 88001, \"scheduled_for\": \"2026-02-05T09:00:00Z\", \"malfunction\": \"No power\", \"urgent\": true, \"custom_fields\": {\"f1\": \"red\"}}"),
            Contract.<RemOnline>of(
                            "estimates.update",
                            "PATCH /v2/estimates/7",
                            Contract.done(api -> api.estimates()
                                    .update(
                                            7,
                                            OrderUpdate.builder()
                                                    .resume("")
                                                    .managerId(7001)
                                                    .build())),
                            "")
                    .sending("{\"resume\": \"\", \"manager_id\": 7001}"),
            Contract.<RemOnline>of(
                    "estimates.items",
                    "GET /v2/estimates/7/items",
                    api -> api.estimates()
                            .items(7)
                            .get(0)
                            .warranty()
                            .orElseThrow()
                            .unit()
                            .orElseThrow(),
                    WarrantyUnit.MONTHS),
            Contract.<RemOnline>of(
                            "estimates.addItem",
                            "POST /v2/estimates/7/items",
                            api -> api.estimates()
                                    .addItem(
                                            7,
                                            NewOrderItem.builder()
                                                    .entityId(501)
                                                    .assigneeId(7005)
                                                    .quantity(new BigDecimal("2"))
                                                    .price(new BigDecimal("600.00"))
                                                    .build())
                                    .id(),
                            31L)
                    .sending(
                            "{\"entity_id\": 501, \"assignee_id\": 7005, \"quantity\": 2, \"price\": 600.0, \"cost\": 0, \"discount\": {\"type\": \"percentage\", \"percentage\": 0, \"amount\": 0, \"sponsor\": \"staff\"}, \"warranty\": {\"period\": \"0\", \"periodUnits\": \"days\"}}"),
            Contract.<RemOnline>of(
                            "estimates.updateItem",
                            "PATCH /v2/estimates/7/items/31",
                            Contract.done(api -> api.estimates()
                                    .updateItem(
                                            7,
                                            31,
                                            OrderItemUpdate.builder()
                                                    .quantity(new BigDecimal("1.5"))
                                                    .warranty(Warranty.builder()
                                                            .period(3)
                                                            .unit(WarrantyUnit.MONTHS)
                                                            .build())
                                                    .build())),
                            "")
                    .sending("{\"quantity\": 1.5, \"warranty\": {\"period\": \"3\", \"periodUnits\": \"months\"}}"),
            Contract.<RemOnline>of(
                            "estimates.setStatus",
                            "POST /v2/estimates/7/status",
                            Contract.done(api -> api.estimates().setStatus(7, 5100205, "ready")),
                            "")
                    .sending("{\"status_id\": 5100205, \"comment\": \"ready\"}"),
            Contract.<RemOnline>of(
                    "estimates.statuses",
                    "GET /v2/estimates/statuses",
                    api -> api.estimates()
                            .statuses()
                            .get(0)
                            .group()
                            .orElseThrow()
                            .type(),
                    1),
            Contract.<RemOnline>of(
                    "estimates.types",
                    "GET /v2/estimates/types",
                    api -> api.estimates().types().get(0).name().orElse(""),
                    "Paid repair"),
            Contract.<RemOnline>of(
                            "orders.comment",
                            "POST /v2/orders/7/comments",
                            Contract.done(api -> api.orders().comment(7, "called", true)),
                            "")
                    .sending("{\"comment\": \"called\", \"is_private\": true}"),
            Contract.<RemOnline>of(
                    "orders.publicUrl",
                    "GET /v2/orders/7/public-url",
                    api -> api.orders().publicUrl(7).orElse(""),
                    "https://status.example.test/o/7"),
            Contract.<RemOnline>of(
                    "orders.customFields",
                    "GET /v2/orders/custom-fields",
                    api -> api.orders().customFields().get(0).type().orElseThrow(),
                    CustomFieldType.CHOICE),
            Contract.<RemOnline>of(
                    "bookings.list",
                    "GET /v2/bookings?page=1&statuses=2&clients_ids=88001",
                    api -> api.bookings()
                            .list(BookingQuery.builder()
                                    .addStatuses(BookingStatus.CONFIRMED)
                                    .addClientsIds(88001)
                                    .build())
                            .toList()
                            .get(0)
                            .resource()
                            .isPresent(),
                    false),
            Contract.<RemOnline>of(
                    "bookings.get",
                    "GET /v2/bookings/61",
                    api -> api.bookings().get(61).client().orElseThrow().name().orElse(""),
                    "Ira Lys"),
            Contract.<RemOnline>of(
                            "bookings.create",
                            "POST /v2/bookings",
                            api -> api.bookings()
                                    .create(NewBooking.builder()
                                            .branchId(3301)
                                            .clientId(88001)
                                            .scheduledFor(Instant.parse("2026-02-05T09:00:00.123Z"))
                                            .scheduledTo(Instant.parse("2026-02-05T10:00:00Z"))
                                            .build())
                                    .id(),
                            61L)
                    .sending(
                            "{\"branch_id\": 3301, \"client_id\": 88001, \"scheduled_for\": \"2026-02-05T09:00:00Z\", \"scheduled_to\": \"2026-02-05T10:00:00Z\"}"),
            Contract.<RemOnline>of(
                            "bookings.update",
                            "PATCH /v2/bookings/61",
                            Contract.done(api -> api.bookings()
                                    .update(
                                            61,
                                            BookingUpdate.builder()
                                                    .statusId(BookingStatus.NO_SHOW)
                                                    .build())),
                            "")
                    .sending("{\"status_id\": 7}"),
            Contract.<RemOnline>of(
                    "bookings.items",
                    "GET /v2/bookings/61/items",
                    api -> api.bookings()
                            .items(61)
                            .get(0)
                            .entity()
                            .orElseThrow()
                            .title()
                            .orElse(""),
                    "Battery"),
            Contract.<RemOnline>of(
                            "bookings.addItem",
                            "POST /v2/bookings/61/items",
                            api -> api.bookings()
                                    .addItem(
                                            61,
                                            NewBookingItem.builder()
                                                    .entityId(501)
                                                    .quantity(BigDecimal.ONE)
                                                    .build())
                                    .id(),
                            31L)
                    .sending("{\"entity_id\": 501, \"quantity\": 1}"),
            Contract.<RemOnline>of(
                    "invoices.list",
                    "GET /v2/invoices?page=1&client_ids=88001&due_date=2026-02-05T10%3A00%3A00Z",
                    api -> api.invoices()
                            .list(InvoiceQuery.builder()
                                    .addClientIds(88001)
                                    .dueSince(Instant.parse("2026-02-05T10:00:00Z"))
                                    .build())
                            .toList()
                            .get(0)
                            .number()
                            .orElse(""),
                    "I-7"),
            Contract.<RemOnline>of(
                    "invoices.get",
                    "GET /v2/invoices/9",
                    api -> api.invoices().get(9).createdAt().orElseThrow(),
                    Instant.parse("2026-01-01T08:00:00Z")),
            Contract.<RemOnline>of(
                    "invoices.items",
                    "GET /v2/invoices/9/items",
                    api -> api.invoices().items(9).get(0).orderId().orElseThrow(),
                    7L),
            Contract.<RemOnline>of(
                    "invoices.statuses",
                    "GET /v2/invoices/statuses",
                    api -> api.invoices().statuses().get(0).name().orElse(""),
                    "New"));

    private DocumentContracts() {}
}
