package io.mostik.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the server answers: always the same orders, in the shape of RemOnline's second version. */
final class Bodies {

    static final int ORDERS = 10_000;
    static final int PAGE = 50;

    private static final String ORDER = """
        {"id": %d, "number": "B-%05d", "status": {"id": 5100200, "name": "New", "color": "#808080"},
         "status_overdue": false, "created_at": "2026-03-02T09:14:05Z", "created_by_id": 7001,
         "modified_at": "2026-03-03T15:40:11Z", "done_at": null, "closed_at": null, "closed_by_id": null,
         "branch_id": 3301, "order_type": {"id": 411, "name": "Paid repair"}, "manager_id": 7001,
         "assignee_id": 7005, "asset": {"id": 910022, "uid": "SN-4401-22", "title": "Phone 12 mini, black",
         "group": "Phones", "brand": "Pear", "model": "12 mini", "modification": "black, 128 GB", "state": "used",
         "warehouse_id": null, "cost": null, "owner_id": 88001, "custom_fields": {}},
         "client": {"id": 88001, "is_organization": false, "name": "Anna Example", "first_name": "Anna",
         "last_name": "Example", "email": "anna@example.com", "phone": ["+361234567", "+367654321"],
         "address": "12 Sample Street", "discount_code": "", "custom_fields": {"f7010002": "prefers e-mail"}},
         "payer": null, "scheduled_for": "2026-03-04T08:00:00Z", "scheduled_to": "2026-03-04T09:30:00Z",
         "resource": null, "malfunction": "Does not charge; the cable has to be held at an angle",
         "manager_notes": "Wants to be called before anything above 20,000 is ordered", "engineer_notes":
         "Port is worn out, battery at 81 percent", "address": "", "resume": "Replace the port",
         "estimated_price": "15,000 - 20,000", "due_date": "2026-03-06T16:00:00Z", "overdue": false,
         "discount_sum": 500.00, "payed": 7500.50, "warranty_date": null, "urgent": true,
         "custom_fields": {"f7010001": "shelf 4", "f7010003": 12}, "is_deduction_required": false,
         "ad_campaign_id": 620, "total": 18450.00}\
        """.replace("\n", "");

    static final byte[] CREATED = bytes("{\"id\": 41}");
    static final byte[] BUSY = bytes("{\"message\": \"too many requests\"}");

    private Bodies() {}

    static byte[] order(long id) {
        return bytes(text(id));
    }

    static byte[] page(int number) {
        return page(number, PAGE, ORDERS);
    }

    /** A page of so many rows, of a list of so many orders. */
    static byte[] page(int number, int size, int orders) {
        String rows = IntStream.range((number - 1) * size, number * size)
                .mapToObj(Bodies::text)
                .collect(Collectors.joining(","));
        return bytes("{\"data\": [" + rows + "], \"paging\": {\"page\": " + number + ", \"total_pages\": "
                + orders / size + ", \"count\": " + orders + "}}");
    }

    private static String text(long id) {
        return ORDER.replace("%05d", String.format(Locale.ROOT, "%05d", id)).replace("%d", Long.toString(id));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
