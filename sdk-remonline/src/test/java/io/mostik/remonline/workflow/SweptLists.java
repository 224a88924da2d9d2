package io.mostik.remonline.workflow;

import io.mostik.remonline.RemOnline;
import io.mostik.remonline.legacy.RemOnlineLegacy;
import io.mostik.remonline.webhooks.EventName;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/** A vendor with one list of rows 1 to 120, of which some are deleted and some are not listed though they are there. */
final class SweptLists {

    static final long HELD = 120;
    private static final int PAGE = 50;

    final Set<Long> gone = new TreeSet<>();
    final Set<Long> unlisted = new TreeSet<>();
    final Set<Long> asked = new TreeSet<>();
    private final Swept swept;
    int answerToMissing = 404;
    int lists;
    private boolean retired;

    /** The lists that can be swept: where they are read as a whole and by row, and which events tell of deletions. */
    enum Swept {
        ORDERS("/orders", "/orders/", "ids", "Order"),
        ESTIMATES("/estimates", "/estimates/", "ids", "Order"),
        INVOICES("/invoices", "/invoices/", "ids", "Invoice"),
        BOOKINGS("/bookings", "/bookings/", "ids", "Booking"),
        LEADS("/lead/", "/inquiries/", "ids[]", "Lead"),
        PEOPLE("/contacts/people", "/contacts/people/", "", "Client"),
        ORGANIZATIONS("/contacts/organizations", "/contacts/organizations/", "", "Client"),
        TOKEN_ORDERS("/order/", "/order/", "ids[]", "Order"),
        TOKEN_CLIENTS("/clients/", "/clients/", "ids[]", "Client");

        private final String list;
        private final String row;
        private final String ids;
        private final String subject;

        Swept(String list, String row, String ids, String subject) {
            this.list = list;
            this.row = row;
            this.ids = ids;
            this.subject = subject;
        }

        DeletionSweep over(RemOnline remonline, RemOnlineLegacy legacy) {
            return switch (this) {
                case ORDERS -> DeletionSweep.orders(remonline);
                case ESTIMATES -> DeletionSweep.estimates(remonline);
                case INVOICES -> DeletionSweep.invoices(remonline);
                case BOOKINGS -> DeletionSweep.bookings(remonline);
                case LEADS -> DeletionSweep.leads(remonline);
                case PEOPLE -> DeletionSweep.people(remonline);
                case ORGANIZATIONS -> DeletionSweep.organizations(remonline);
                case TOKEN_ORDERS -> DeletionSweep.orders(legacy);
                case TOKEN_CLIENTS -> DeletionSweep.clients(legacy);
            };
        }

        EventName deletion() {
            return new EventName(subject + ".Deleted");
        }

        boolean hasIds() {
            return !ids.isEmpty();
        }
    }

    SweptLists(Swept swept) {
        this.swept = swept;
    }

    void retire() {
        retired = true;
    }

    MockResponse answer(RecordedRequest request) {
        HttpUrl url = request.getUrl();
        String path = url.encodedPath();
        if (path.equals("/token/new")) {
            return json("{\"token\":\"t\",\"success\":true}");
        }
        if (retired) {
            return new MockResponse(404, Headers.EMPTY, "");
        }
        return path.equals(swept.list) ? listed(url) : row(path);
    }

    private MockResponse row(String path) {
        long id = Long.parseLong(path.substring(swept.row.length()));
        asked.add(id);
        return gone.contains(id) ? new MockResponse(answerToMissing, Headers.EMPTY, "") : json(row(id));
    }

    private String row(long id) {
        String row = "{\"id\":" + id + ",\"name\":\"N\"}";
        return swept.row.equals("/order/") || swept.row.equals("/clients/")
                ? "{\"data\":" + row + ",\"success\":true}"
                : row;
    }

    private MockResponse listed(HttpUrl url) {
        lists++;
        Set<Long> wanted =
                url.queryParameterValues(swept.ids).stream().map(Long::valueOf).collect(Collectors.toSet());
        long[] rows = LongStream.rangeClosed(1, HELD)
                .filter(id -> !swept.hasIds() || wanted.contains(id))
                .filter(id -> !gone.contains(id) && !unlisted.contains(id))
                .toArray();
        int page = Integer.parseInt(String.valueOf(url.queryParameter("page")));
        String data = LongStream.of(rows)
                .skip((page - 1L) * PAGE)
                .limit(PAGE)
                .mapToObj(id -> "{\"id\":" + id + ",\"name\":\"N\"}")
                .collect(Collectors.joining(",", "{\"data\":[", "],"));
        int pages = Math.max(1, (rows.length + PAGE - 1) / PAGE);
        return json(data + "\"page\":" + page + ",\"count\":" + rows.length + ",\"success\":true,\"paging\":{\"page\":"
                + page + ",\"total_pages\":" + pages + ",\"count\":" + rows.length + "}}");
    }

    private static MockResponse json(String body) {
        return new MockResponse(200, Headers.EMPTY, body);
    }
}
