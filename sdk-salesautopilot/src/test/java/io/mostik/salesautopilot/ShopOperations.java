package io.mostik.salesautopilot;

import static io.mostik.salesautopilot.Operation.once;
import static io.mostik.salesautopilot.Operation.read;
import static io.mostik.salesautopilot.Operation.repeatable;

import io.mostik.salesautopilot.coupons.Coupon;
import io.mostik.salesautopilot.coupons.CouponLine;
import io.mostik.salesautopilot.crm.CrmTask;
import io.mostik.salesautopilot.globals.GlobalVariable;
import io.mostik.salesautopilot.ids.CategoryId;
import io.mostik.salesautopilot.ids.EventId;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.ids.LetterId;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.ids.OrderItemId;
import io.mostik.salesautopilot.ids.ProductId;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.ids.SendId;
import io.mostik.salesautopilot.letters.Mailing;
import io.mostik.salesautopilot.orders.Address;
import io.mostik.salesautopilot.orders.ItemFields;
import io.mostik.salesautopilot.orders.NewOrder;
import io.mostik.salesautopilot.orders.OrderLine;
import io.mostik.salesautopilot.orders.OrderPlacement;
import io.mostik.salesautopilot.orders.ShopCategory;
import io.mostik.salesautopilot.orders.WebshopLine;
import io.mostik.salesautopilot.orders.WebshopOrder;
import io.mostik.salesautopilot.products.Category;
import io.mostik.salesautopilot.products.NewProduct;
import io.mostik.salesautopilot.products.Product;
import io.mostik.salesautopilot.products.ProductUpdate;
import io.mostik.salesautopilot.records.OrderItem;
import io.mostik.salesautopilot.records.OrderStatus;
import io.mostik.salesautopilot.records.RecordFields;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The operations on orders, catalogue, coupons, letters, variables and CRM. */
final class ShopOperations {

    private static final ListId LIST = ListId.of(6200);
    private static final FormId FORM = FormId.of(21400);
    private static final RecordId ORDER = RecordId.of(70012);
    private static final ProductId PRODUCT = ProductId.of(90211);
    private static final OrderItemId ITEM = OrderItemId.of(88121);
    private static final CategoryId CATEGORY = CategoryId.of(12);
    private static final RecordFields BUYER =
            RecordFields.builder().email("k@example.hu").build();
    private static final List<OrderLine> LINES = List.of(OrderLine.of(PRODUCT, 2));
    private static final String LINES_SENT = "{'products':[{'prod_id':90211,'qty':2}]}";

    private ShopOperations() {}

    static Stream<Operation> all() {
        return Stream.of(orders(), lines(), products(), categories(), marketing(), crm())
                .flatMap(operations -> operations);
    }

    private static Stream<Operation> orders() {
        NewOrder saved = NewOrder.builder()
                .fields(BUYER)
                .shippingMethod(3341)
                .lines(LINES)
                .build();
        NewOrder single = NewOrder.builder().fields(BUYER).product(PRODUCT).build();
        OrderPlacement placed = new OrderPlacement.Placed(Optional.of(ORDER));
        return Stream.of(
                once("orders.save")
                        .sends(
                                "POST",
                                "/saveOrder/6200/form/21400",
                                "{'email':'k@example.hu','shipping_method':3341,"
                                        + "'products':[{'prod_id':90211,'qty':2}]}")
                        .when(sales -> sales.orders(LIST).save(FORM, saved), "70012", placed),
                once("orders.save")
                        .sends("POST", "/saveOrder/6200/form/21400", "{'email':'k@example.hu','prod_id':90211}")
                        .when(sales -> sales.orders(LIST).save(FORM, single), "0", new OrderPlacement.Refused(0)),
                once("orders.process")
                        .sends("POST", "/processWebshopOrder/6200/ns_id/21400", webshopOrderSent())
                        .when(sales -> sales.orders(LIST).process(FORM, webshopOrder()), "'70012'", placed),
                once("orders.process")
                        .sends("POST", "/processWebshopOrder/6200/ns_id/21400", webshopOrderSent())
                        .when(
                                sales -> sales.orders(LIST).process(FORM, webshopOrder()),
                                "true",
                                new OrderPlacement.Placed(Optional.empty())),
                read("subscribers.findBy")
                        .sends("GET", "/list/6200/field/mssys_shoprenter_id/value/W-10077")
                        .when(
                                sales -> RecordOperations.ids(sales.orders(LIST).findByShopOrderId("W-10077")),
                                "[{'id':'70012','mssys_shoprenter_id':'W-10077'}]",
                                List.of(70012L)),
                once("subscribers.update")
                        .sends("PUT", "/update/6200/form/21400/record/70012", "{'mssys_order_status':'3'}")
                        .when(sales -> sales.orders(LIST).setStatus(FORM, ORDER, OrderStatus.REFUNDED), "1", 1L),
                once("subscribers.updateBy")
                        .sends(
                                "PUT",
                                "/update/6200/form/21400/field/mssys_shoprenter_id/value/W-10077",
                                "{'mssys_webshop_status':'completed'}")
                        .when(sales -> sales.orders(LIST).setWebshopStatus(FORM, "W-10077", "completed"), "1", 1L));
    }

    private static WebshopOrder webshopOrder() {
        return WebshopOrder.builder()
                .orderId("W-10077")
                .fields(BUYER)
                .shippingMethod("GLS futár")
                .paymentMethod("Banki átutalás")
                .paymentCode("bacs")
                .currency("HUF")
                .netShippingCost(new BigDecimal("1180.00"))
                .grossShippingCost(new BigDecimal("1498.60"))
                .billing(Address.builder().country("hu").zip("1117").build())
                .delivery(Address.builder().city("Budapest").build())
                .addLines(WebshopLine.builder()
                        .product("YOGA-MAT-01")
                        .name("Jógaszőnyeg")
                        .quantity(1)
                        .vatPercent(new BigDecimal("27"))
                        .unitPrice(new BigDecimal("7862.99"))
                        .addCategories(new ShopCategory("12", "Kellékek"))
                        .build())
                .build();
    }

    private static String webshopOrderSent() {
        return "{'order_id':'W-10077','email':'k@example.hu','shipping_method':'GLS futár',"
                + "'payment_method':'Banki átutalás','payment_code':'bacs','currency':'HUF',"
                + "'netshippingcost':1180.00,'grossshippingcost':1498.60,"
                + "'mssys_bill_country':'hu','mssys_bill_zip':'1117','mssys_postal_city':'Budapest',"
                + "'mssys_integration_type':'mostik',"
                + "'products':[{'prod_id':'YOGA-MAT-01','prod_name':'Jógaszőnyeg','qty':1,'tax':27,"
                + "'prod_price':7862.99,'categories':[{'category_id':'12','category_name':'Kellékek'}]}]}";
    }

    private static Stream<Operation> lines() {
        ItemFields item = ItemFields.builder()
                .product(PRODUCT)
                .quantity(2)
                .netSum(new BigDecimal("10.50"))
                .build();
        String itemSent = "{'products':[{'prod_id':90211,'oi_quantity':2,'oi_netto_sum':10.50}]}";
        return Stream.of(
                once("orderLines.add")
                        .sends("POST", "/orderaddproduct/6200/70012", LINES_SENT)
                        .when(sales -> sales.orderLines(LIST).add(ORDER, LINES), "5", true),
                once("orderLines.addItems")
                        .sends("POST", "/orderaddproduct/6200/70012/oi", itemSent)
                        .when(sales -> sales.orderLines(LIST).addItems(ORDER, List.of(item)), "1", true),
                once("orderLines.change")
                        .sends("POST", "/ordermodproduct/6200/70012", LINES_SENT)
                        .when(sales -> sales.orderLines(LIST).change(ORDER, LINES), "0", false),
                once("orderLines.changeByShopOrder")
                        .sends("POST", "/ordermodproduct/6200/orderid/W-10077", LINES_SENT)
                        .when(sales -> sales.orderLines(LIST).changeByShopOrder("W-10077", LINES), "1", true),
                once("orderLines.changeItem")
                        .sends("POST", "/ordermodproduct/6200/oi/88121", itemSent)
                        .when(sales -> sales.orderLines(LIST).changeItem(ITEM, item), "true", true),
                once("orderLines.remove")
                        .sends("POST", "/orderdelproduct/6200/70012", "['90211']")
                        .when(sales -> sales.orderLines(LIST).remove(ORDER, List.of(PRODUCT)), "1", true),
                repeatable("orderLines.removeItems")
                        .sends("POST", "/orderdelproduct/6200/oi", "[88121]")
                        .when(sales -> sales.orderLines(LIST).removeItems(List.of(ITEM)), "1", 1L),
                read("orderLines.find")
                        .sends("GET", "/orderlistproducts/6200/88121")
                        .when(
                                sales -> sales.orderLines(LIST).find(ITEM).flatMap(OrderItem::grossSum),
                                "{'oi_id':'88121','oi_brutto_sum':'9986.00'}",
                                Optional.of(new BigDecimal("9986.00"))));
    }

    private static Stream<Operation> products() {
        NewProduct fresh = NewProduct.builder()
                .name("Szőnyeg")
                .price(new BigDecimal("7862.99"))
                .vatPercent(new BigDecimal("27"))
                .currency("HUF")
                .sku("YM-01")
                .addCategories(CATEGORY)
                .build();
        ProductUpdate cheaper = ProductUpdate.builder()
                .price(new BigDecimal("1.50"))
                .currency("EUR")
                .build();
        Product known = Product.builder()
                .id(PRODUCT)
                .sku("YM-01")
                .price(new BigDecimal("7862.99"))
                .addCategories(
                        Category.builder().id(CATEGORY).name("Kellék").order(3).build())
                .build();
        String knownSent = "{'prod_id':'90211','prod_sku':'YM-01','prod_price':'7862.99',"
                + "'prodcats':[{'prodcat_id':'12','prodcat_name':'Kellék','prodcat_order':'3'}]}";
        return Stream.of(
                once("products.create")
                        .sends(
                                "POST",
                                "/createproduct",
                                "{'prod_name':'Szőnyeg','prod_price':7862.99,'prod_vat_percent':27,"
                                        + "'prod_currency':'HUF','prod_sku':'YM-01','prodcat_ids':[12]}")
                        .when(sales -> sales.products().create(fresh), "90211", PRODUCT),
                repeatable("products.update")
                        .sends("POST", "/modifyproduct/90211", "{'prod_price':1.50,'prod_currency':'EUR'}")
                        .when(sales -> sales.products().update(PRODUCT, cheaper), "1", true),
                once("products.updateBySku")
                        .sends("POST", "/modifyproduct/sku/YM-01", "{'prod_price':1.50,'prod_currency':'EUR'}")
                        .when(sales -> sales.products().updateBySku("YM-01", cheaper), "0", false),
                repeatable("products.delete")
                        .sends("DELETE", "/deleteproduct/90211")
                        .when(sales -> sales.products().delete(PRODUCT), "1", true),
                read("products.find")
                        .sends("GET", "/getproduct/90211")
                        .when(sales -> sales.products().find(PRODUCT), knownSent, Optional.of(known)),
                read("products.list")
                        .sends("GET", "/listproducts")
                        .when(sales -> sales.products().list(), "[" + knownSent + "]", List.of(known)));
    }

    private static Stream<Operation> categories() {
        Category known = Category.builder().id(CATEGORY).name("Kellék").build();
        return Stream.of(
                read("categories.list")
                        .sends("GET", "/listprodcategories")
                        .when(
                                sales -> sales.categories().list(),
                                "[{'prodcat_id':12,'prodcat_name':'Kellék','prodcat_order':''}]",
                                List.of(known)),
                read("categories.find")
                        .sends("GET", "/listprodcategories/12")
                        .when(
                                sales -> sales.categories().find(CATEGORY),
                                "{'prodcat_id':'12','prodcat_name':'Kellék'}",
                                Optional.of(known)),
                once("categories.create")
                        .sends("POST", "/createprodcategory", "{'prodcat_name':'Kellék'}")
                        .when(sales -> sales.categories().create("Kellék"), "12", CATEGORY),
                repeatable("categories.update")
                        .sends("POST", "/modprodcategory/12", "{'prodcat_name':'Új','prodcat_order':2}")
                        .when(sales -> sales.categories().update(CATEGORY, "Új", OptionalInt.of(2)), "true", true),
                repeatable("categories.delete")
                        .sends("GET", "/delprodcategory/12")
                        .when(sales -> sales.categories().delete(CATEGORY), "1", true));
    }

    private static Stream<Operation> marketing() {
        Coupon coupon = Coupon.builder()
                .id(311)
                .type(2)
                .netDiscount(new BigDecimal("786.30"))
                .grossDiscount(new BigDecimal("998.60"))
                .build();
        List<CouponLine> lines =
                List.of(CouponLine.builder().product(PRODUCT).quantity(1).build());
        Mailing mailing = Mailing.builder()
                .send(SendId.of(341733))
                .record(RecordId.of(48213))
                .textPart("kód: 5512")
                .build();
        GlobalVariable variable =
                GlobalVariable.builder().html("<b>x</b>").text("x").build();
        return Stream.of(
                read("coupons.check")
                        .sends(
                                "POST",
                                "/couponcheck/6200",
                                "{'coupon_code':'TAVASZ','products':[{'prod_id':90211,'quantity':1}]}")
                        .when(
                                sales -> sales.coupons(LIST).check("TAVASZ", lines),
                                "{'id':'311','type':'2','netto_discount':'786.30','brutto_discount':'998.60'}",
                                Optional.of(coupon)),
                read("coupons.check")
                        .sends(
                                "POST",
                                "/couponcheck/6200",
                                "{'coupon_code':'TAVASZ','products':[{'prod_id':90211,'quantity':1}]}")
                        .when(sales -> sales.coupons(LIST).check("TAVASZ", lines), "0", Optional.empty()),
                once("letters.send")
                        .sends(
                                "POST",
                                "/sendmail",
                                "[{'send_id':341733,'contactid':48213,'mssys_text_content_part':'kód: 5512'}]")
                        .when(sales -> sales.letters().send(List.of(mailing)), "1", 1L),
                read("letters.sentIds")
                        .sends("GET", "/sentemailids/20260201/20260228")
                        .when(
                                sales -> sales.letters().sentIds(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28)),
                                "['1019',1020]",
                                List.of(LetterId.of(1019), LetterId.of(1020))),
                read("letters.summary")
                        .sends("GET", "/sendlogsummary/1019")
                        .when(
                                sales -> sales.letters()
                                        .summary(LetterId.of(1019))
                                        .get("sent")
                                        .text(),
                                "{'sent':'12'}",
                                Optional.of("12")),
                read("letters.log")
                        .sends("GET", "/sendloglist/1019")
                        .when(
                                sales -> sales.letters().log(LetterId.of(1019)).stream()
                                        .map(event -> event.get("email").text())
                                        .toList(),
                                "[{'email':'k@example.hu'},{'email':''}]",
                                List.of(Optional.of("k@example.hu"), Optional.of(""))),
                once("globals.create")
                        .sends("POST", "/createglobalvar", "{'name':'akcio','html':'<b>x</b>','text':'x'}")
                        .when(sales -> sales.globals().create("akcio", variable), "1", true),
                repeatable("globals.update")
                        .sends("POST", "/updateglobalvar", "{'name':'global_akcio','html':'<b>x</b>','text':'x'}")
                        .when(sales -> sales.globals().update("akcio", variable), "1", true),
                read("globals.find")
                        .sends("GET", "/getglobalvar/name/global_akcio")
                        .when(
                                sales -> sales.globals().find("akcio"),
                                "{'html':'<b>x</b>','text':'x'}",
                                Optional.of(variable)));
    }

    private static Stream<Operation> crm() {
        List<EventId> one = List.of(EventId.of(5));
        return Stream.of(
                read("crm.allTasks")
                        .sends("GET", "/listtask/6200")
                        .when(sales -> ids(sales.crm(LIST).tasks()), "[{'event_id':'5'}]", one),
                read("crm.tasks")
                        .sends("POST", "/listtask/6200", "{'status':0}")
                        .when(sales -> ids(sales.crm(LIST).openTasks()), "[{'event_id':5}]", one),
                read("crm.tasks")
                        .sends("POST", "/listtask/6200", "{'status':1}")
                        .when(sales -> ids(sales.crm(LIST).closedTasks()), "[]", List.of()),
                repeatable("crm.close")
                        .sends("GET", "/closeevent/5")
                        .when(sales -> sales.crm(LIST).close(EventId.of(5)), "1", true),
                once("vcc.updateRecord")
                        .sends("PUT", "/vccupdaterecord/m1/project/p2/record/r3", "{'phone':'1'}")
                        .when(
                                sales -> sales.vcc()
                                        .updateRecord("m1", "p2", "r3", Map.of("phone", "1"))
                                        .isTrue(),
                                "1",
                                true));
    }

    private static List<EventId> ids(List<CrmTask> tasks) {
        return tasks.stream().map(CrmTask::id).toList();
    }
}
