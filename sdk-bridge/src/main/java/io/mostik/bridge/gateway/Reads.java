package io.mostik.bridge.gateway;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.CardLimit;
import io.mostik.bankcards.tbank.limits.CardLimits;
import io.mostik.bankcards.workflow.CardRecord;
import io.mostik.bankcards.workflow.CardWorkflows;
import io.mostik.bridge.Fields;
import io.mostik.bridge.action.ActionContext;
import io.mostik.bridge.action.FieldType;
import io.mostik.bridge.action.internal.PerConnection;
import io.mostik.bridge.action.internal.Spec;
import io.mostik.core.http.CallOptions;
import io.mostik.pbx.vcclive.VccLive;
import io.mostik.pbx.vcclive.records.RecordDetails;
import io.mostik.remonline.RemOnline;
import io.mostik.remonline.contacts.Person;
import io.mostik.remonline.orders.Order;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.records.ContactRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** All that is read through from the vendors. A call may take 20 seconds. */
final class Reads {

    /** The most rows that a read shows. */
    static final int MOST = 50;

    private static final CallOptions PATIENCE =
            CallOptions.builder().deadline(Duration.ofSeconds(20)).build();
    private static final String TBANK = "tbank";
    private static final String VCC = "vcc";
    private static final String SALES_AUTOPILOT = "salesautopilot";
    private static final String REMONLINE = "remonline";
    private static final String FIELD = "field_";
    private static final String ID_MEANING = "Its id at the vendor.";

    private final ActionContext context;
    private final PerConnection<TBank, CardWorkflows> cards;

    private Reads(ActionContext context) {
        this.context = context;
        this.cards = new PerConnection<>(
                context, TBank.class, (bank, store) -> CardWorkflows.of(bank, store, context.time()));
    }

    static List<Read> all(ActionContext context) {
        Reads reads = new Reads(context);
        return List.of(
                reads.cardLimit(),
                reads.cardsOfEmployee(),
                reads.vccRecord(),
                reads.subscriber(),
                reads.order(),
                reads.person());
    }

    private Read cardLimit() {
        Spec spec = Spec.of("cards.limit", "Limits of a card and what is left of them, as the bank has them now.")
                .vendor(TBANK)
                .required("card", FieldType.NUMBER, "The ucid of the card at the bank.", "1000000042")
                .result("spend_limit", FieldType.MONEY, "Limit of purchases and cash together.", "5000.00")
                .result("spend_left", FieldType.MONEY, "What is left of it.", "3549.50")
                .result("spend_period", FieldType.TEXT, "When it is filled up again, in the bank's word.", "IRREGULAR")
                .result("cash_limit", FieldType.MONEY, "Limit of cash.", "0.00")
                .result("cash_left", FieldType.MONEY, "What is left of it.", "0.00")
                .result("cash_period", FieldType.TEXT, "When it is filled up again, in the bank's word.", "IRREGULAR");
        return new Read(spec.build(), false, (connection, asked) -> {
            CardLimits limits =
                    client(connection, TBank.class).with(PATIENCE).limits().get(Ucid.of(asked.text("card")));
            Row row = new Row();
            put(row, "spend", limits.spendLimit());
            limits.cashLimit().ifPresent(limit -> put(row, "cash", limit));
            return List.of(row.values());
        });
    }

    private static void put(Row row, String name, CardLimit limit) {
        row.put(name + "_limit", limit.limitValue())
                .put(name + "_left", limit.limitRemain())
                .put(name + "_period", limit.limitPeriod().value());
    }

    private Read cardsOfEmployee() {
        Spec spec = Spec.of("cards.of_employee", "Cards that are noted for an employee; the bank is not asked.")
                .vendor(TBANK)
                .required(
                        "employee",
                        FieldType.REFERENCE,
                        "The employee, as the cards were noted.",
                        "5f0b2c1e-3d4a-11ee-9c1d-0050569a0001")
                .result("card", FieldType.NUMBER, "The ucid of the card at the bank.", "1000000042");
        return new Read(
                spec.build(),
                true,
                (connection, asked) -> cards.of(connection).directory().ofEmployee(asked.text("employee")).stream()
                        .limit(MOST + 1L)
                        .map(CardRecord::ucid)
                        .map(ucid -> new Row().put("card", ucid.value()).values())
                        .toList());
    }

    private Read vccRecord() {
        Spec spec = Spec.of("vcc.record", "A record of a project in the call centre.")
                .vendor(VCC)
                .required("project", FieldType.NUMBER, "The id of the project.", "134")
                .required("record", FieldType.NUMBER, "The number of the record.", "4711")
                .result("created_at", FieldType.DATE, "When it was made.", "2026-11-29T13:05:02")
                .result("calls", FieldType.NUMBER, "How many calls there were.", "2")
                .further(FIELD);
        return new Read(spec.build(), false, (connection, asked) -> {
            RecordDetails record = client(connection, VccLive.class)
                    .with(PATIENCE)
                    .records()
                    .get(whole(asked, "project"), whole(asked, "record"));
            Row row = new Row()
                    .time("created_at", record.createDateUtc(), context.zone())
                    .put("calls", record.cdrs().size());
            record.data().forEach((name, value) -> row.json(FIELD + name, value));
            return List.of(row.values());
        });
    }

    private Read subscriber() {
        Spec spec = Spec.of("sa.subscriber", "A subscriber of a list by the e-mail address.")
                .vendor(SALES_AUTOPILOT)
                .required("list", FieldType.NUMBER, "The id of the list.", "12345")
                .required("email", FieldType.EMAIL, "The address.", "ada@example.com")
                .result("record", FieldType.NUMBER, ID_MEANING, "77")
                .result("active", FieldType.FLAG, "Whether it may be written to.", "true")
                .further(FIELD);
        return new Read(
                spec.build(),
                false,
                (connection, asked) -> client(connection, SalesAutopilot.class)
                        .with(PATIENCE)
                        .subscribers(ListId.of(whole(asked, "list")))
                        .findByEmail(asked.text("email"))
                        .map(Reads::row)
                        .stream()
                        .toList());
    }

    private static Map<String, Object> row(ContactRecord record) {
        Row row = new Row().put("record", record.findId().map(id -> id.value())).put("active", record.active());
        record.fields().forEach(name -> row.json(FIELD + name, record.raw().get(name)));
        return row.values();
    }

    private Read order() {
        Spec spec = Spec.of("ro.order", "A repair order.")
                .vendor(REMONLINE)
                .required("order", FieldType.NUMBER, ID_MEANING, "42")
                .result("order", FieldType.NUMBER, ID_MEANING, "42")
                .result("number", FieldType.TEXT, "The number on the document.", "B-0318")
                .result("status", FieldType.NUMBER, "The id of its status.", "7")
                .result("status_name", FieldType.TEXT, "The name of its status.", "Ready")
                .result("total", FieldType.MONEY, "Its amount.", "120.00")
                .result("paid", FieldType.MONEY, "What was paid.", "0.00")
                .result("person", FieldType.NUMBER, "The id of the client.", "9")
                .result("person_name", FieldType.TEXT, "The client.", "Ada")
                .result("created_at", FieldType.DATE, "When it was made.", "2026-11-29T13:05:02")
                .result("changed_at", FieldType.DATE, "When it was last changed.", "2026-11-29T13:05:02")
                .result("closed_at", FieldType.DATE, "When it was closed.", "2026-11-29T13:05:02");
        return new Read(
                spec.build(),
                false,
                (connection, asked) -> List.of(row(client(connection, RemOnline.class)
                        .with(PATIENCE)
                        .orders()
                        .get(whole(asked, "order")))));
    }

    private Map<String, Object> row(Order order) {
        return new Row()
                .put("order", order.id())
                .put("number", order.number())
                .put("status", order.status().map(status -> status.id()))
                .put("status_name", order.status().flatMap(status -> status.name()))
                .put("total", order.total())
                .put("paid", order.payed())
                .put("person", order.client().map(client -> client.id()))
                .put("person_name", order.client().flatMap(client -> client.name()))
                .time("created_at", order.createdAt(), context.zone())
                .time("changed_at", order.modifiedAt(), context.zone())
                .time("closed_at", order.closedAt(), context.zone())
                .values();
    }

    private Read person() {
        Spec spec = Spec.of("ro.person", "A client of the repair shop.")
                .vendor(REMONLINE)
                .required("person", FieldType.NUMBER, ID_MEANING, "9")
                .result("person", FieldType.NUMBER, ID_MEANING, "9")
                .result("first_name", FieldType.TEXT, "The first name.", "Ada")
                .result("last_name", FieldType.TEXT, "The last name.", "Byron")
                .result("email", FieldType.EMAIL, "The address.", "ada@example.com")
                .result("phone", FieldType.TEXT, "The first number, as it was typed there.", "+36301112233")
                .result("created_at", FieldType.DATE, "When it was made.", "2026-11-29T13:05:02")
                .result("changed_at", FieldType.DATE, "When it was last changed.", "2026-11-29T13:05:02");
        return new Read(spec.build(), false, (connection, asked) -> {
            Person person =
                    client(connection, RemOnline.class).with(PATIENCE).people().get(whole(asked, "person"));
            return List.of(row(person));
        });
    }

    private Map<String, Object> row(Person person) {
        return new Row()
                .put("person", person.id())
                .put("first_name", person.firstName())
                .put("last_name", person.lastName())
                .put("email", person.email())
                .put(
                        "phone",
                        person.phones().stream().map(phone -> phone.phone()).findFirst())
                .time("created_at", person.createdAt(), context.zone())
                .time("changed_at", person.modifiedAt(), context.zone())
                .values();
    }

    private <C> C client(String connection, Class<C> type) {
        return context.connections().client(connection, type);
    }

    private static long whole(Fields asked, String name) {
        return asked.number(name).longValueExact();
    }
}
