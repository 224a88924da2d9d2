package io.mostik.testing.salesautopilot;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.Routes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reading records by saved filters. */
final class SegmentCalls {

    private static final String ORDERED = "/filteredlist/{nl}/order/{field}/{direction}";

    private final Account account;
    private final Replies replies;
    private final Map<Long, Segment> segments = new HashMap<>();

    SegmentCalls(Account account, Replies replies) {
        this.account = account;
        this.replies = replies;
    }

    void addTo(Routes routes) {
        routes.on("POST", "/filteredlist/{nl}", this::records)
                .on("POST", ORDERED, this::ordered)
                .on("POST", ORDERED + "/{limit}", this::ordered)
                .on("GET", "/getsegmentnum/{seg}", this::count)
                .on("GET", "/getsegmentincome/{seg}", this::income);
    }

    void add(Segment segment) {
        segments.put(segment.id(), segment);
    }

    private Answer records(RecordedRequest request, Map<String, String> path) {
        ContactList list = account.list(Parameters.id(path, "nl"));
        return answer(list, union(request, list));
    }

    private Answer ordered(RecordedRequest request, Map<String, String> path) {
        ContactList list = account.list(Parameters.id(path, "nl"));
        Stream<Contact> found = union(request, list)
                .sorted(Selection.order(list, path.getOrDefault("field", ""), path.getOrDefault("direction", "")));
        return answer(list, path.containsKey("limit") ? found.limit(Parameters.id(path, "limit")) : found);
    }

    private Answer count(RecordedRequest request, Map<String, String> path) {
        Segment segment = segment(Parameters.id(path, "seg"));
        return replies.scalar(members(segment).count());
    }

    private Answer income(RecordedRequest request, Map<String, String> path) {
        Map<String, BigDecimal> income = new TreeMap<>();
        members(segment(Parameters.id(path, "seg")))
                .filter(order -> !order.value("mssys_bill_currency").isEmpty())
                .forEach(order -> income.merge(
                        order.value("mssys_bill_currency"),
                        new BigDecimal(order.value("mssys_order_brutto_sum")),
                        BigDecimal::add));
        Map<String, Object> wire = new TreeMap<>();
        income.forEach((currency, sum) -> wire.put(currency, sum.toPlainString()));
        return Answer.textPlainJson(200, wire.isEmpty() ? List.of() : wire);
    }

    private Stream<Contact> union(RecordedRequest request, ContactList list) {
        List<Segment> named = new ArrayList<>();
        for (JsonNode id : Parameters.array(request)) {
            Segment segment = segment(id.asLong());
            if (segment.list() != list) {
                throw Refusals.wrongParameters("segment of another list");
            }
            named.add(segment);
        }
        return list.contacts().stream().filter(contact -> named.stream().anyMatch(segment -> segment.holds(contact)));
    }

    private static Stream<Contact> members(Segment segment) {
        return segment.list().contacts().stream().filter(segment::holds);
    }

    private Segment segment(long id) {
        Segment segment = segments.get(id);
        if (segment == null) {
            throw Refusals.wrongParameters("unknown segment");
        }
        return segment;
    }

    private Answer answer(ContactList list, Stream<Contact> found) {
        return replies.many(
                found.map(contact -> contact.wire(list.type == ListType.ORDER)).toList());
    }
}
