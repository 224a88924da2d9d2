package io.mostik.salesautopilot;

import static io.mostik.salesautopilot.Operation.once;
import static io.mostik.salesautopilot.Operation.read;
import static io.mostik.salesautopilot.Operation.repeatable;

import io.mostik.salesautopilot.ids.FieldName;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.ids.LandingPageId;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.ids.SegmentId;
import io.mostik.salesautopilot.lists.FieldOption;
import io.mostik.salesautopilot.lists.FieldType;
import io.mostik.salesautopilot.lists.FormKind;
import io.mostik.salesautopilot.lists.FormName;
import io.mostik.salesautopilot.lists.ListName;
import io.mostik.salesautopilot.lists.ListType;
import io.mostik.salesautopilot.lists.NewField;
import io.mostik.salesautopilot.records.ContactRecord;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.records.SystemField;
import io.mostik.salesautopilot.subscribers.Condition;
import io.mostik.salesautopilot.subscribers.RecordQuery;
import io.mostik.salesautopilot.subscribers.RowUpdate;
import io.mostik.salesautopilot.subscribers.Subscription;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The operations on records, links, segments, lists and columns. */
final class RecordOperations {

    private static final ListId LIST = ListId.of(5123);
    private static final FormId FORM = FormId.of(20771);
    private static final RecordId ID = RecordId.of(48213);
    private static final RecordFields VIP =
            RecordFields.builder().set(FieldName.of("mssys_crm_status"), "VIP").build();
    private static final FieldName LEVEL = FieldName.of("tagsag_szint");
    private static final RecordQuery QUERY = RecordQuery.builder()
            .limit(200)
            .addConditions(Condition.greater(SystemField.SUBDATE, "2026-02-01 00:00:00"))
            .addColumns(SystemField.ID, SystemField.EMAIL)
            .build();

    private RecordOperations() {}

    static Stream<Operation> all() {
        return Stream.of(changes(), reads(), leaving(), links(), segments(), lists(), fields())
                .flatMap(operations -> operations);
    }

    private static Stream<Operation> changes() {
        return Stream.of(
                once("subscribers.subscribe")
                        .sends("POST", "/subscribe/5123/form/20771", "{'mssys_crm_status':'VIP'}")
                        .when(
                                sales -> sales.subscribers(LIST).subscribe(FORM, VIP),
                                "48213",
                                new Subscription.Subscribed(ID)),
                once("subscribers.update")
                        .sends("PUT", "/update/5123/form/20771/record/48213", "{'mssys_crm_status':'VIP'}")
                        .when(sales -> sales.subscribers(LIST).update(FORM, ID, VIP), "1", 1L),
                once("subscribers.updateBy")
                        .sends(
                                "PUT",
                                "/update/5123/form/20771/field/email/value/a%2Bb%40example.hu",
                                "{'mssys_crm_status':'VIP'}")
                        .when(
                                sales -> sales.subscribers(LIST)
                                        .updateBy(FORM, SystemField.EMAIL, "a+b@example.hu", VIP),
                                "'2'",
                                2L),
                once("subscribers.updateAll")
                        .sends(
                                "PUT",
                                "/update/5123/form/20771",
                                "[{'id_field':'email','id_value':'k@example.hu','data':{'mssys_crm_status':'VIP'}},"
                                        + "{'id_field':'id','id_value':'48213','data':{'mssys_crm_status':'VIP'}}]")
                        .when(
                                sales -> sales.subscribers(LIST)
                                        .updateAll(
                                                FORM,
                                                List.of(
                                                        RowUpdate.byEmail("k@example.hu", VIP),
                                                        RowUpdate.byId(ID, VIP))),
                                "2",
                                2L),
                once("subscribers.batchUpdate")
                        .sends(
                                "POST",
                                "/batchupdate/5123",
                                "[{'id_field':'id','id_value':'48213','data':{'mssys_crm_status':'VIP'}}]")
                        .when(
                                sales -> sales.subscribers(LIST).batchUpdate(List.of(RowUpdate.byId(ID, VIP))),
                                "true",
                                1L));
    }

    private static Stream<Operation> reads() {
        return Stream.of(
                read("subscribers.all")
                        .sends("GET", "/list/5123")
                        .when(sales -> ids(sales.subscribers(LIST).all()), "[{'id':'1'},{'id':2}]", List.of(1L, 2L)),
                read("subscribers.list")
                        .sends(
                                "POST",
                                "/list/5123/order/subdate/asc/200",
                                "[{'field':'subdate','operator':'>','value':'2026-02-01 00:00:00'},"
                                        + "{'listFields':['id','email']}]")
                        .when(sales -> ids(sales.subscribers(LIST).list(QUERY)), "[{'id':'1'}]", List.of(1L)),
                read("subscribers.list")
                        .sends("POST", "/list/5123/order/subdate/desc/1")
                        .when(
                                sales -> ids(sales.subscribers(LIST).list(RecordQuery.newest(1))),
                                "{'id':'1'}",
                                List.of(1L)),
                read("subscribers.list")
                        .sends("POST", "/list/5123/order/email/asc")
                        .when(
                                sales -> ids(sales.subscribers(LIST)
                                        .list(RecordQuery.builder()
                                                .orderBy(SystemField.EMAIL)
                                                .build())),
                                "[]",
                                List.of()),
                read("subscribers.find")
                        .sends("GET", "/list/5123/record/48213")
                        .when(
                                sales -> sales.subscribers(LIST).find(ID).map(ContactRecord::id),
                                "{'id':'48213'}",
                                Optional.of(ID)),
                read("subscribers.findBy")
                        .sends("GET", "/list/5123/field/email/value/k%20%2B%40example.hu")
                        .when(
                                sales -> sales.subscribers(LIST)
                                        .findByEmail("k +@example.hu")
                                        .map(ContactRecord::id),
                                "[{'id':48213,'email':'K +@example.hu'}]",
                                Optional.of(ID)),
                read("subscribers.count")
                        .sends("GET", "/listtotalcount/5123")
                        .when(sales -> sales.subscribers(LIST).count(), "1542", 1542L));
    }

    private static Stream<Operation> leaving() {
        return Stream.of(
                repeatable("subscribers.unsubscribe")
                        .sends("GET", "/unsubscribe/5123/record/48213")
                        .when(sales -> sales.subscribers(LIST).unsubscribe(ID), "1", true),
                repeatable("subscribers.unsubscribeEmail")
                        .sends("GET", "/unsubscribe/5123/email/k%40example.hu")
                        .when(sales -> sales.subscribers(LIST).unsubscribeEmail("k@example.hu"), "0", false),
                repeatable("subscribers.unsubscribeBy")
                        .sends("GET", "/unsubscribe/5123/field/tagsag_szint/value/b")
                        .when(sales -> sales.subscribers(LIST).unsubscribeBy(LEVEL, "b"), "3", 3L),
                repeatable("subscribers.delete")
                        .sends("DELETE", "/delete/5123/record/48213")
                        .when(sales -> sales.subscribers(LIST).delete(ID), "'1'", true));
    }

    private static Stream<Operation> links() {
        return Stream.of(
                read("links.updateForm")
                        .sends("GET", "/updateformlink/5123/20771/48213")
                        .when(
                                sales -> sales.links(LIST).updateForm(FORM, ID),
                                "https://sw.example/u?x=1",
                                URI.create("https://sw.example/u?x=1")),
                read("links.secureUpdateForm")
                        .sends("GET", "/updateformlink/5123/20771/48213/secure")
                        .when(
                                sales -> sales.links(LIST).secureUpdateForm(FORM, ID),
                                "'https:\\/\\/sw.example\\/u'",
                                URI.create("https://sw.example/u")),
                read("links.landingPage")
                        .sends("GET", "/landingpagelink/5123/77/48213")
                        .when(
                                sales -> sales.links(LIST).landingPage(LandingPageId.of(77), ID),
                                "'https://sw.example/l'",
                                URI.create("https://sw.example/l")));
    }

    private static Stream<Operation> segments() {
        List<SegmentId> two = List.of(SegmentId.of(31), SegmentId.of(32));
        return Stream.of(
                read("segments.records")
                        .sends("POST", "/filteredlist/5123", "[31,32]")
                        .when(sales -> ids(sales.segments().records(LIST, two)), "[{'id':'1'}]", List.of(1L)),
                read("segments.ordered")
                        .sends("POST", "/filteredlist/5123/order/subdate/desc/5", "[31,32]")
                        .when(
                                sales -> ids(sales.segments().records(LIST, two, RecordQuery.newest(5))),
                                "[{'id':'1'}]",
                                List.of(1L)),
                read("segments.ordered")
                        .sends("POST", "/filteredlist/5123/order/subdate/asc", "[31,32]")
                        .when(
                                sales -> ids(sales.segments()
                                        .records(
                                                LIST, two, RecordQuery.builder().build())),
                                "0",
                                List.of()),
                read("segments.count")
                        .sends("GET", "/getsegmentnum/31")
                        .when(sales -> sales.segments().count(SegmentId.of(31)), "12", 12L),
                read("segments.income")
                        .sends("GET", "/getsegmentincome/31")
                        .when(
                                sales -> sales.segments().income(SegmentId.of(31)),
                                "{'HUF':'1250000','EUR':'310.5'}",
                                Map.of("HUF", new BigDecimal("1250000"), "EUR", new BigDecimal("310.5"))));
    }

    private static Stream<Operation> lists() {
        ListName list = ListName.builder().id(LIST).name("Hírlevél").build();
        FormName form = FormName.builder().id(FORM).name("Űrlap").build();
        return Stream.of(
                read("lists.list")
                        .sends("GET", "/getlists")
                        .when(
                                sales -> sales.lists().list(),
                                "[{'id':'5123','name':'H\\u00edrlev\\u00e9l'}]",
                                List.of(list)),
                read("lists.ofType")
                        .sends("GET", "/zapier/getlists/11")
                        .when(
                                sales -> sales.lists().list(ListType.ORDERS),
                                "[{'nl_id':5123,'list_name':'Hírlevél'}]",
                                List.of(list)),
                read("lists.forms")
                        .sends("GET", "/getforms/5123")
                        .when(sales -> sales.lists().forms(LIST), "[{'id':'20771','name':'Űrlap'}]", List.of(form)),
                read("lists.formsOfKind")
                        .sends("GET", "/zapier/getforms/5123/2")
                        .when(
                                sales -> sales.lists().forms(LIST, FormKind.UPDATE),
                                "[{'ns_id':'20771','form_name':'Űrlap'}]",
                                List.of(form)));
    }

    private static Stream<Operation> fields() {
        NewField level = NewField.builder()
                .name(LEVEL)
                .label("Szint")
                .type(FieldType.SELECT)
                .putOption("b", "Bronz")
                .build();
        FieldOption bronze = new FieldOption("b", "Bronz");
        return Stream.of(
                read("fields.names")
                        .sends("GET", "/listfields/5123")
                        .when(
                                sales -> sales.fields(LIST).names(),
                                "['id','email','mssys_firstname']",
                                List.of("id", "email", "mssys_firstname")),
                read("fields.types")
                        .sends("GET", "/listfields/5123/extended")
                        .when(
                                sales -> sales.fields(LIST).types(),
                                "{'id':'integer','uj':'newtype'}",
                                Map.of("id", FieldType.INTEGER, "uj", new FieldType("newtype"))),
                read("fields.exists")
                        .sends("GET", "/checkfieldexists/5123/tagsag_szint")
                        .when(sales -> sales.fields(LIST).exists(LEVEL), "true", true),
                once("fields.add")
                        .sends(
                                "POST",
                                "/addlistfield/5123",
                                "{'field_name':'tagsag_szint','field_label':'Szint','field_type':'select',"
                                        + "'options':{'b':'Bronz'}}")
                        .when(sales -> sales.fields(LIST).add(level), "1", true),
                read("fields.options")
                        .sends("GET", "/getfieldoptions/5123/tagsag_szint")
                        .when(sales -> sales.fields(LIST).options(LEVEL), "{'b':'Bronz'}", List.of(bronze)),
                read("fields.options")
                        .sends("GET", "/getfieldoptions/5123/tagsag_szint")
                        .when(
                                sales -> sales.fields(LIST).options(LEVEL),
                                "[{'value':'b','text':'Bronz'}]",
                                List.of(bronze)),
                once("fields.addOption")
                        .sends("POST", "/fieldoptionadd/5123/tagsag_szint", "{'value':'b','text':'Bronz'}")
                        .when(sales -> sales.fields(LIST).addOption(LEVEL, bronze), "1", true),
                once("fields.editOption")
                        .sends("POST", "/fieldoptionedit/5123/tagsag_szint/a", "{'value':'b','text':'Bronz'}")
                        .when(sales -> sales.fields(LIST).editOption(LEVEL, "a", bronze), "0", false));
    }

    static List<Long> ids(List<ContactRecord> records) {
        return records.stream().map(record -> record.id().value()).toList();
    }
}
