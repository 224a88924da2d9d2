package io.mostik.remonline.contracts;

import io.mostik.remonline.common.SortDirection;
import io.mostik.remonline.legacy.LegacyClientQuery;
import io.mostik.remonline.legacy.LegacyClientUpdate;
import io.mostik.remonline.legacy.LegacyEstimateQuery;
import io.mostik.remonline.legacy.LegacyInvoiceQuery;
import io.mostik.remonline.legacy.LegacyOrderQuery;
import io.mostik.remonline.legacy.LegacySaleQuery;
import io.mostik.remonline.legacy.NewLegacyClient;
import io.mostik.remonline.legacy.NewLegacyEstimateItem;
import io.mostik.remonline.legacy.NewLegacyOrder;
import io.mostik.remonline.legacy.RemOnlineLegacy;
import io.mostik.remonline.orders.EntityType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** What is sent and read. Answers lie beside, in files named after the operation. */
final class LegacyContracts {

    static final List<Contract<RemOnlineLegacy>> ALL = List.of(
            Contract.<RemOnlineLegacy>of(
                    "legacy.orders.list",
                    "GET /order/?page=1&id_labels%5B%5D=C012&statuses%5B%5D=1&statuses%5B%5D=1800001&closed_at%5B%5D=1770282000123",
                    api -> api.orders()
                            .list(LegacyOrderQuery.builder()
                                    .addIdLabels("C012")
                                    .addStatuses(1, 1800001)
                                    .closedSince(Instant.parse("2026-02-05T09:00:00.123Z"))
                                    .build())
                            .toList()
                            .get(0)
                            .asset()
                            .isPresent(),
                    false),
            Contract.<RemOnlineLegacy>of(
                    "legacy.orders.get",
                    "GET /order/45000111",
                    api -> api.orders().get(45000111).parts().get(0).amount().orElseThrow(),
                    new BigDecimal("1.5")),
            Contract.<RemOnlineLegacy>of(
                            "legacy.orders.create",
                            "POST /order/",
                            api -> api.orders()
                                    .create(NewLegacyOrder.builder()
                                            .branchId(3301)
                                            .orderType(411)
                                            .clientId(88001)
                                            .assignedAt(Instant.parse("2026-02-05T09:00:00.123Z"))
                                            .build())
                                    .id(),
                            45000111L)
                    .sending(
                            "{\"branch_id\": 3301, \"order_type\": 411, \"client_id\": 88001, \"assigned_at\": 1770282000123}"),
            Contract.<RemOnlineLegacy>of(
                            "legacy.orders.setStatus",
                            "POST /order/status/",
                            Contract.done(api -> api.orders().setStatus(45000111, 5)),
                            "")
                    .sending("{\"order_id\": 45000111, \"status_id\": 5}"),
            Contract.<RemOnlineLegacy>of(
                            "legacy.orders.comment",
                            "POST /order/45000111/comments",
                            Contract.done(api -> api.orders().comment(45000111, "called", true)),
                            "")
                    .sending("{\"message\": \"called\", \"is_private\": true}"),
            Contract.<RemOnlineLegacy>of(
                    "legacy.orders.publicUrl",
                    "GET /order/45000111/public-url",
                    api -> api.orders().publicUrl(45000111).orElse(""),
                    "https://status.example.test/o/7"),
            Contract.<RemOnlineLegacy>of(
                    "legacy.orders.types",
                    "GET /order/types/",
                    api -> api.orders().types().get(0).name().orElse(""),
                    "Paid repair"),
            Contract.<RemOnlineLegacy>of(
                    "legacy.orders.statuses",
                    "GET /statuses/orders/",
                    api -> api.orders().statuses().get(0).group().orElseThrow(),
                    4),
            Contract.<RemOnlineLegacy>of(
                    "legacy.orders.customFields",
                    "GET /order/custom-fields/",
                    api -> api.orders().customFields().get(0).key(),
                    "f7"),
            Contract.<RemOnlineLegacy>of(
                    "legacy.clients.list",
                    "GET /clients/?page=1&phones%5B%5D=%2B380500000001&juridical=false",
                    api -> api.clients()
                            .list(LegacyClientQuery.builder()
                                    .addPhones("+380500000001")
                                    .juridical(false)
                                    .build())
                            .toList()
                            .get(0)
                            .adCampaign()
                            .isPresent(),
                    false),
            Contract.<RemOnlineLegacy>of(
                    "legacy.clients.get",
                    "GET /clients/88001",
                    api -> api.clients().get(88001).phones().get(0).phone(),
                    "+380500000001"),
            Contract.<RemOnlineLegacy>of(
                            "legacy.clients.create",
                            "POST /clients/",
                            api -> api.clients()
                                    .create(NewLegacyClient.builder()
                                            .firstName("Ira")
                                            .addPhone("+380500000001")
                                            .build())
                                    .id(),
                            88001L)
                    .sending("{\"first_name\": \"Ira\", \"phone\": [\"+380500000001\"]}"),
            Contract.<RemOnlineLegacy>of(
                            "legacy.clients.update",
                            "PUT /clients/",
                            Contract.done(api -> api.clients()
                                    .update(LegacyClientUpdate.builder()
                                            .id(88001)
                                            .email("")
                                            .build())),
                            "")
                    .sending("{\"id\": 88001, \"email\": \"\"}"),
            Contract.<RemOnlineLegacy>of(
                            "legacy.clients.merge",
                            "POST /clients/merge",
                            Contract.done(api -> api.clients().merge(88001, List.of(5L))),
                            "")
                    .sending("{\"source\": [5], \"target\": 88001}"),
            Contract.<RemOnlineLegacy>of(
                            "legacy.clients.comment",
                            "POST /clients/88001/comments",
                            Contract.done(api -> api.clients().comment(88001, "called", false)),
                            "")
                    .sending("{\"message\": \"called\", \"is_private\": false}"),
            Contract.<RemOnlineLegacy>of(
                    "legacy.clients.customFields",
                    "GET /clients/custom-fields/",
                    api -> api.clients().customFields().get(0).id(),
                    561999L),
            Contract.<RemOnlineLegacy>of(
                    "legacy.estimates.list",
                    "GET /estimate/?page=1&statuses%5B%5D=1&clients_ids%5B%5D=88001&created_at%5B%5D=1767250800123&sort_dir=asc",
                    api -> api.estimates()
                            .list(LegacyEstimateQuery.builder()
                                    .addStatuses(1)
                                    .addClientsIds(88001)
                                    .createdSince(Instant.parse("2026-01-01T07:00:00.123Z"))
                                    .sortDir(SortDirection.ASCENDING)
                                    .build())
                            .toList()
                            .get(0)
                            .idLabel()
                            .orElse(""),
                    "E-7"),
            Contract.<RemOnlineLegacy>of(
                    "legacy.estimates.statuses",
                    "GET /estimate/statuses/",
                    api -> api.estimates().statuses().get(0).group().orElseThrow(),
                    4),
            Contract.<RemOnlineLegacy>of(
                    "legacy.estimates.items",
                    "GET /estimate/71/items",
                    api -> api.estimates().items(71).get(0).get("title").text().orElse(""),
                    "Battery"),
            Contract.<RemOnlineLegacy>of(
                            "legacy.estimates.addItems",
                            "POST /estimate/71/items",
                            Contract.done(api -> api.estimates()
                                    .addItems(
                                            71,
                                            List.of(NewLegacyEstimateItem.builder()
                                                    .type(EntityType.PRODUCT)
                                                    .id(501)
                                                    .quantity(BigDecimal.ONE)
                                                    .price(new BigDecimal("600"))
                                                    .build()))),
                            "")
                    .sending("{\"items\": [{\"type\": \"product\", \"id\": 501, \"quantity\": 1, \"price\": 600}]}"),
            Contract.<RemOnlineLegacy>of(
                    "legacy.money.invoices",
                    "GET /invoice/?page=1&statuses%5B%5D=0&client_ids%5B%5D=88001&due_date%5B%5D=1770282000123",
                    api -> api.money()
                            .invoices(LegacyInvoiceQuery.builder()
                                    .addStatuses(0)
                                    .addClientIds(88001)
                                    .dueSince(Instant.parse("2026-02-05T09:00:00.123Z"))
                                    .build())
                            .toList()
                            .get(0)
                            .number()
                            .orElse(""),
                    "I-7"),
            Contract.<RemOnlineLegacy>of(
                    "legacy.money.sales",
                    "GET /retail/sales/?page=1&warehouse_id=901",
                    api -> api.money()
                            .sales(LegacySaleQuery.builder().warehouseId(901).build())
                            .toList()
                            .get(0)
                            .products()
                            .get(0)
                            .amount()
                            .orElseThrow(),
                    new BigDecimal("1.5")),
            Contract.<RemOnlineLegacy>of(
                    "legacy.dictionaries.serviceOperations",
                    "GET /books/service-operations/",
                    api -> api.dictionaries().serviceOperations().get(0).price().orElseThrow(),
                    new BigDecimal("300.5")),
            Contract.<RemOnlineLegacy>of(
                    "leads.tokenStatuses",
                    "GET /statuses/leads/",
                    api -> api.leads().statuses().isEmpty(),
                    false),
            Contract.<RemOnlineLegacy>of(
                    "legacy.dictionaries.company",
                    "GET /settings/company",
                    api -> api.dictionaries().company().get("timezone").text().orElse(""),
                    "Europe/Kyiv"),
            Contract.<RemOnlineLegacy>of(
                    "legacy.dictionaries.locations",
                    "GET /branches/",
                    api -> api.dictionaries().locations().get(0).name().orElse(""),
                    "Centre"),
            Contract.<RemOnlineLegacy>of(
                    "legacy.dictionaries.employees",
                    "GET /employees/",
                    api -> api.dictionaries().employees().get(0).position().orElse(""),
                    "Manager"),
            Contract.<RemOnlineLegacy>of(
                    "legacy.dictionaries.books",
                    "GET /book/list/",
                    api -> api.dictionaries().books().get(0).id(),
                    8L),
            Contract.<RemOnlineLegacy>of(
                    "legacy.dictionaries.bookItems",
                    "GET /book-item/list/8",
                    api -> api.dictionaries().bookItems(8).get(0).name().orElse(""),
                    "red"));

    private LegacyContracts() {}
}
