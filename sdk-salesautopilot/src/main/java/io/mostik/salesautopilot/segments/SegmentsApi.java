package io.mostik.salesautopilot.segments;

import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.Json;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.ids.SegmentId;
import io.mostik.salesautopilot.internal.Answer;
import io.mostik.salesautopilot.records.ContactRecord;
import io.mostik.salesautopilot.subscribers.RecordQuery;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Segments: saved filters on lists. Obtained from {@code SalesAutopilot.segments()}. Thread-safe. */
public final class SegmentsApi {

    private static final Endpoint<Json> RECORDS =
            Endpoint.read("segments.records", "POST", "/filteredlist/{nl}", Json.class);
    private static final Endpoint<Json> ORDERED =
            Endpoint.read("segments.ordered", "POST", "/filteredlist/{nl}/order/{field}/{direction}", Json.class);
    private static final Endpoint<Json> ORDERED_SOME = Endpoint.read(
            "segments.ordered", "POST", "/filteredlist/{nl}/order/{field}/{direction}/{limit}", Json.class);
    private static final Endpoint<Json> COUNT =
            Endpoint.read("segments.count", "GET", "/getsegmentnum/{segment}", Json.class);
    private static final Endpoint<Json> INCOME =
            Endpoint.read("segments.income", "GET", "/getsegmentincome/{segment}", Json.class);

    private final ApiClient api;

    SegmentsApi(ApiClient api) {
        this.api = Objects.requireNonNull(api, "api");
    }

    /** Returns the records of a list that are in any of these segments. */
    public List<ContactRecord> records(ListId list, List<SegmentId> segments) {
        return records(Answer.of(RECORDS, api.call(RECORDS).path("nl", list).json(some(segments))));
    }

    /**
     * Returns the records of a list that are in any of these segments, in the order and up to the limit of a query.
     *
     * @throws IllegalArgumentException if the query has conditions or columns, which the vendor does not take here
     */
    public List<ContactRecord> records(ListId list, List<SegmentId> segments, RecordQuery query) {
        if (!query.body().isEmpty()) {
            throw new IllegalArgumentException("query must not have conditions or columns");
        }
        Endpoint<Json> endpoint = query.limit().isPresent() ? ORDERED_SOME : ORDERED;
        var call = api.call(endpoint)
                .path("nl", list)
                .path("field", query.orderBy())
                .path("direction", query.descending() ? "desc" : "asc");
        query.limit().ifPresent(limit -> call.path("limit", limit));
        return records(Answer.of(endpoint, call.json(some(segments))));
    }

    /** Returns how many records are in a segment. */
    public long count(SegmentId segment) {
        return Answer.of(COUNT, api.call(COUNT).path("segment", segment)).number();
    }

    /** Returns the income from a segment, by currency as ISO 4217. */
    public Map<String, BigDecimal> income(SegmentId segment) {
        Map<String, BigDecimal> income = new LinkedHashMap<>();
        Answer answer = Answer.of(INCOME, api.call(INCOME).path("segment", segment));
        answer.entries()
                .forEach((currency, amount) -> income.put(
                        currency, amount.number().orElseThrow(() -> answer.failure("an amount that is no number"))));
        return income;
    }

    private static List<SegmentId> some(List<SegmentId> segments) {
        if (segments.isEmpty()) {
            throw new IllegalArgumentException("segments must not be empty");
        }
        return segments;
    }

    private static List<ContactRecord> records(Answer answer) {
        return answer.rows(row -> {
            ContactRecord record = ContactRecord.of(row);
            if (record.findId().isEmpty()) {
                throw answer.failure("a record without its id");
            }
            return record;
        });
    }
}
