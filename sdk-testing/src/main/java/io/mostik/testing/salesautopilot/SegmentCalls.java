package io.mostik.testing.salesautopilot;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.Answer;
import io.mostik.testing.internal.Endpoints;
import io.mostik.testing.internal.RequestReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reading records by saved filters. */
record SegmentCalls(Account account) {

    private static final String ORDERED = "/filteredlist/{nl}/order/{field}/{direction}";

    /** A saved filter: the records of a list with this value. */
    record Segment(long id, ContactList list, String column, String value) {

        boolean holds(Contact contact) {
            return contact.value(column).equals(value);
        }

        Stream<Contact> members() {
            return list.contacts.stream().filter(this::holds);
        }
    }

    void addTo(Endpoints<RequestReader> endpoints) {
        endpoints
                .post("/filteredlist/{nl}", this::records)
                .post(ORDERED, this::ordered)
                .post(ORDERED + "/{limit}", this::ordered)
                .get(
                        "/getsegmentnum/{seg}",
                        ask -> account.replies.scalar(segment(ask).members().count()))
                .get("/getsegmentincome/{seg}", this::income);
    }

    private Answer records(RequestReader ask) {
        ContactList list = account.list(ask);
        return answer(list, union(ask, list));
    }

    private Answer ordered(RequestReader ask) {
        ContactList list = account.list(ask);
        return answer(list, Selection.ordered(ask, list, union(ask, list)));
    }

    private Answer income(RequestReader ask) {
        Map<String, BigDecimal> income = new TreeMap<>();
        segment(ask)
                .members()
                .filter(order -> !order.value("mssys_bill_currency").isEmpty())
                .forEach(order -> income.merge(
                        order.value("mssys_bill_currency"),
                        new BigDecimal(order.value("mssys_order_brutto_sum")),
                        BigDecimal::add));
        Map<String, Object> wire = new TreeMap<>();
        income.forEach((currency, sum) -> wire.put(currency, sum.toPlainString()));
        return Answer.textPlainJson(200, wire.isEmpty() ? List.of() : wire);
    }

    private Stream<Contact> union(RequestReader ask, ContactList list) {
        List<Segment> named = new ArrayList<>();
        for (JsonNode id : ask.array()) {
            Segment segment = account.segments.get(id.asLong());
            if (segment.list() != list) {
                throw Dialect.wrongParameters("segment of another list");
            }
            named.add(segment);
        }
        return list.contacts.stream().filter(contact -> named.stream().anyMatch(segment -> segment.holds(contact)));
    }

    private Segment segment(RequestReader ask) {
        return account.segments.get(ask.id("seg"));
    }

    private Answer answer(ContactList list, Stream<Contact> found) {
        return account.replies.many(
                found.map(contact -> contact.wire(list.isOrders())).toList());
    }
}
