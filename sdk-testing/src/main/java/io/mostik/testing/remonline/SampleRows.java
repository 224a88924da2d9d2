package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Documents that no API makes, as v2 shows them. */
final class SampleRows {

    private SampleRows() {}

    static ObjectNode invoice(Account account, long id, String number, int status) {
        String now = Shape.iso(account.now());
        PersonRow client = account.person(Account.FIRST_PERSON);
        ObjectNode json = Shape.object()
                .put("id", id)
                .put("number", number)
                .put("created_at", now)
                .put("modified_at", now)
                .put("issue_date", now)
                .putNull("due_date")
                .put("manager_id", Dictionaries.OWNER);
        json.set("status", V2Invoices.status(status));
        json.set("client", Shape.named(client.id(), client.name()));
        json.set("payer", Shape.named(client.id(), client.name()));
        json.putArray("products")
                .addObject()
                .put("id", 1)
                .put("title", "Battery")
                .put("service", false)
                .put("amount", 1)
                .put("price", 600)
                .put("order_id", 90412001);
        return json;
    }

    static ObjectNode sale(Account account, long id, String number) {
        ObjectNode json = Shape.object()
                .put("id", id)
                .put("number", number)
                .put("branch_id", 3301)
                .put("warehouse_id", 901)
                .put("created_at", Shape.iso(account.now()))
                .putNull("client")
                .put("comment", "")
                .put("total", "600.00");
        json.putArray("items")
                .addObject()
                .put("id", id + 1)
                .put("quantity", "1.000")
                .put("price", "600.00")
                .put("cost", "410.00000")
                .putObject("entity")
                .put("id", 501)
                .put("type", "product")
                .put("code", "BT-501")
                .put("sku", "BT-501")
                .put("title", "Battery");
        return json;
    }
}
