package io.mostik.remonline.contracts;

import io.mostik.core.json.Json;
import io.mostik.core.json.Model;
import io.mostik.remonline.RemOnline;
import io.mostik.remonline.assets.AssetQuery;
import io.mostik.remonline.assets.NewAsset;
import io.mostik.remonline.catalog.GoodsQuery;
import io.mostik.remonline.catalog.NewProduct;
import io.mostik.remonline.catalog.NewService;
import io.mostik.remonline.warehouse.MoveLine;
import io.mostik.remonline.warehouse.MoveQuery;
import io.mostik.remonline.warehouse.NewMove;
import io.mostik.remonline.warehouse.NewOutcome;
import io.mostik.remonline.warehouse.NewPosting;
import io.mostik.remonline.warehouse.PostingLine;
import io.mostik.remonline.warehouse.PostingPayment;
import io.mostik.remonline.warehouse.PostingQuery;
import io.mostik.remonline.warehouse.StockQuery;
import io.mostik.remonline.warehouse.WarehouseType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is sent and read. Answers lie beside, in files named after the operation. */
final class StockContracts {

    static final List<Contract<RemOnline>> ALL = List.of(
            Contract.<RemOnline>of(
                    "warehouse.list",
                    "GET /warehouse/",
                    api -> api.warehouse().list().get(0).type().orElseThrow(),
                    WarehouseType.PRODUCT),
            Contract.<RemOnline>of(
                    "warehouse.stock",
                    "GET /warehouse/goods/77?page=1&ids%5B%5D=501&exclude_zero_residue=true",
                    api -> api.warehouse()
                            .stock(
                                    77,
                                    StockQuery.builder()
                                            .addIds(501)
                                            .excludeZeroResidue(true)
                                            .build())
                            .toList()
                            .get(0)
                            .prices()
                            .get("11"),
                    new BigDecimal("600")),
            Contract.<RemOnline>of(
                    "warehouse.good",
                    "GET /warehouse/goods/77/501",
                    api -> api.warehouse()
                            .good(77, 501)
                            .at("data", "serials")
                            .elements()
                            .size(),
                    1),
            Contract.<RemOnline>of(
                    "warehouse.cells",
                    "GET /warehouse/77/cells",
                    api -> api.warehouse().cells(77).get(0).name().orElse(""),
                    "A1"),
            Contract.<RemOnline>of(
                    "warehouse.categories",
                    "GET /warehouse/categories/",
                    api -> api.warehouse().categories().get(0).title().orElse(""),
                    "Parts"),
            Contract.<RemOnline>of(
                    "warehouse.postings",
                    "GET /warehouse/postings/?page=1&warehouse_ids%5B%5D=77&created_at%5B%5D=1770282000123",
                    api -> api.warehouse()
                            .postings(PostingQuery.builder()
                                    .addWarehouseIds(77)
                                    .createdSince(Instant.parse("2026-02-05T09:00:00.123Z"))
                                    .build())
                            .toList()
                            .get(0)
                            .products()
                            .get(0)
                            .price()
                            .orElseThrow(),
                    new BigDecimal("410.5")),
            Contract.<RemOnline>of(
                            "warehouse.createPosting",
                            "POST /warehouse/postings/",
                            api -> api.warehouse()
                                    .createPosting(NewPosting.builder()
                                            .branchId(3301)
                                            .warehouseId(77)
                                            .supplierId(9)
                                            .addProducts(PostingLine.builder()
                                                    .entityId(501)
                                                    .quantity(new BigDecimal("2"))
                                                    .cost(new BigDecimal("410.5"))
                                                    .build())
                                            .cashflow(PostingPayment.builder()
                                                    .payment(new BigDecimal("-821"))
                                                    .cashbox(91)
                                                    .build())
                                            .build())
                                    .id(),
                            301L)
                    .sending(
                            "{\"branch_id\": 3301, \"warehouse_id\": 77, \"supplier_id\": 9, \"products\": [{\"entity_id\": 501, \"quantity\": 2, \"cost\": 410.5}], \"cashflow\": {\"payment\": -821, \"cashbox\": 91}}"),
            Contract.<RemOnline>of(
                    "warehouse.moves",
                    "GET /warehouse/moves/?page=1&branch_id=3301",
                    api -> api.warehouse()
                            .moves(MoveQuery.builder().branchId(3301).build())
                            .toList()
                            .get(0)
                            .targetWarehouseTitle()
                            .orElse(""),
                    "Branch"),
            Contract.<RemOnline>of(
                            "warehouse.createMove",
                            "POST /warehouse/moves/",
                            api -> api.warehouse()
                                    .createMove(NewMove.builder()
                                            .sourceWarehouseId(77)
                                            .targetWarehouseId(78)
                                            .addEntities(MoveLine.builder()
                                                    .entity(501)
                                                    .snAccounting(false)
                                                    .quantity(new BigDecimal("1"))
                                                    .build())
                                            .build())
                                    .id(),
                            302L)
                    .sending(
                            "{\"source_warehouse_id\": 77, \"target_warehouse_id\": 78, \"entities\": [{\"entity\": 501, \"sn_accounting\": false, \"quantity\": 1}]}"),
            Contract.<RemOnline>of(
                    "warehouse.outcomes",
                    "GET /warehouse/outcome-transactions/?page=1&branch_id=3301&warehouse_id=77&ids%5B%5D=303",
                    api -> api.warehouse()
                            .outcomes(MoveQuery.builder()
                                    .branchId(3301)
                                    .warehouseId(77)
                                    .addIds(303)
                                    .build())
                            .toList()
                            .get(0)
                            .targetWarehouseTitle()
                            .isPresent(),
                    false),
            Contract.<RemOnline>of(
                            "warehouse.createOutcome",
                            "POST /warehouse/outcome-transactions/",
                            api -> api.warehouse()
                                    .createOutcome(NewOutcome.builder()
                                            .warehouse(77)
                                            .description("broken")
                                            .addEntities(MoveLine.builder()
                                                    .entity(501)
                                                    .build())
                                            .build())
                                    .id(),
                            303L)
                    .sending("{\"warehouse\": 77, \"description\": \"broken\", \"entities\": [{\"entity\": 501}]}"),
            Contract.<RemOnline>of(
                    "assets.list",
                    "GET /warehouse/assets?page=1&uid%5B%5D=SN-1&owner_id%5B%5D=88001",
                    api -> api.assets()
                            .list(AssetQuery.builder()
                                    .addUid("SN-1")
                                    .addOwnerId(88001)
                                    .build())
                            .toList()
                            .get(0)
                            .owner()
                            .isPresent(),
                    false),
            Contract.<RemOnline>of(
                    "assets.get",
                    "GET /warehouse/assets/12",
                    api -> unknown(api.assets().get(12), "f55"),
                    "x"),
            Contract.<RemOnline>of(
                            "assets.create",
                            "POST /warehouse/assets",
                            api -> api.assets()
                                    .create(NewAsset.builder()
                                            .uid("SN-1")
                                            .brand("X")
                                            .ownerId(88001)
                                            .build())
                                    .id(),
                            12L)
                    .sending("{\"uid\": \"SN-1\", \"brand\": \"X\", \"owner_id\": 88001}"),
            Contract.<RemOnline>of(
                            "assets.update",
                            "PUT /warehouse/assets/12",
                            Contract.done(api -> api.assets()
                                    .update(
                                            12,
                                            NewAsset.builder()
                                                    .uid("SN-1")
                                                    .brand("X")
                                                    .ownerId(88001)
                                                    .build())),
                            "")
                    .sending("{\"uid\": \"SN-1\", \"brand\": \"X\", \"owner_id\": 88001}"),
            Contract.<RemOnline>of(
                            "assets.move",
                            "POST /warehouse/assets/12/move",
                            Contract.done(api -> api.assets().move(12, 78)),
                            "")
                    .sending("{\"warehouse_id\": 78}"),
            Contract.<RemOnline>of(
                    "assets.customFields",
                    "GET /warehouse/assets/custom-fields/",
                    api -> api.assets().customFields().get(0).id(),
                    55L),
            Contract.<RemOnline>of(
                    "assets.directories",
                    "GET /warehouse/assets/directories?parent_id=1",
                    api -> api.assets().directories(1).get(0).name().orElse(""),
                    "X"),
            Contract.<RemOnline>of(
                    "goods.products",
                    "GET /products/?page=1&q=batt",
                    api -> api.goods()
                            .products(GoodsQuery.builder().q("batt").build())
                            .toList()
                            .get(0)
                            .sku()
                            .orElse(""),
                    "A-1"),
            Contract.<RemOnline>of(
                    "goods.product",
                    "GET /products/501",
                    api -> api.goods().product(501).prices().get("11"),
                    new BigDecimal("600.5")),
            Contract.<RemOnline>of(
                            "goods.createProduct",
                            "POST /products/",
                            api -> api.goods()
                                    .createProduct(NewProduct.builder()
                                            .categoryId(21)
                                            .title("Battery")
                                            .putPrice("11", new BigDecimal("111.01"))
                                            .addBarcodes("4006381333931")
                                            .isSerial(true)
                                            .build())
                                    .id(),
                            501L)
                    .sending(
                            "{\"category_id\": 21, \"title\": \"Battery\", \"barcodes\": [\"4006381333931\"], \"prices\": {\"11\": 111.01}, \"is_serial\": true}"),
            Contract.<RemOnline>of(
                            "goods.updateProduct",
                            "PUT /products/501",
                            Contract.done(api -> api.goods()
                                    .updateProduct(
                                            501,
                                            NewProduct.builder()
                                                    .categoryId(21)
                                                    .title("Battery")
                                                    .putPrice("11", new BigDecimal("111.01"))
                                                    .addBarcodes("4006381333931")
                                                    .build())),
                            "")
                    .sending(
                            "{\"category_id\": 21, \"title\": \"Battery\", \"barcodes\": [\"4006381333931\"], \"prices\": {\"11\": 111.01}}"),
            Contract.<RemOnline>of(
                    "goods.services",
                    "GET /services/?page=1&categories%5B%5D=22",
                    api -> api.goods()
                            .services(GoodsQuery.builder().addCategories(22).build())
                            .toList()
                            .get(0)
                            .isLabor()
                            .orElseThrow(),
                    true),
            Contract.<RemOnline>of(
                    "goods.service",
                    "GET /services/601",
                    api -> api.goods().service(601).uom().isPresent(),
                    false),
            Contract.<RemOnline>of(
                            "goods.createService",
                            "POST /services/",
                            api -> api.goods()
                                    .createService(NewService.builder()
                                            .categoryId(22)
                                            .title("Replacement")
                                            .isLabor(true)
                                            .cost(BigDecimal.ZERO)
                                            .build())
                                    .id(),
                            601L)
                    .sending("{\"category_id\": 22, \"title\": \"Replacement\", \"is_labor\": true, \"cost\": 0}"),
            Contract.<RemOnline>of(
                            "goods.updateService",
                            "PUT /services/601",
                            Contract.done(api -> api.goods()
                                    .updateService(
                                            601,
                                            NewService.builder()
                                                    .categoryId(22)
                                                    .title("Replacement")
                                                    .isLabor(true)
                                                    .cost(BigDecimal.ZERO)
                                                    .build())),
                            "")
                    .sending("{\"category_id\": 22, \"title\": \"Replacement\", \"is_labor\": true, \"cost\": 0}"),
            Contract.<RemOnline>of(
                    "goods.serviceCategories",
                    "GET /services/categories/",
                    api -> api.goods().serviceCategories().get(0).id(),
                    22L),
            Contract.<RemOnline>of(
                    "goods.priceLists",
                    "GET /margins/",
                    api -> api.goods().priceLists().get(0).name().orElse(""),
                    "Retail"),
            Contract.<RemOnline>of(
                    "goods.units",
                    "GET /catalogs/uoms",
                    api -> api.goods().units().get(0).description().orElse(""),
                    "pieces"),
            Contract.<RemOnline>of(
                    "goods.bundles",
                    "GET /bundles/",
                    api -> api.goods().bundles().get(0).title().orElse(""),
                    "Set"),
            Contract.<RemOnline>of(
                    "goods.bundleEntities",
                    "GET /bundles/71/entities/",
                    api -> api.goods().bundleEntities(71).get(0).customPrice().orElseThrow(),
                    new BigDecimal("10")));

    private StockContracts() {}

    private static String unknown(Model model, String name) {
        return Optional.ofNullable(model.unknown().get(name))
                .flatMap(Json::text)
                .orElse("");
    }
}
