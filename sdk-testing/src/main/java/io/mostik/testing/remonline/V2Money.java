package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import io.mostik.testing.internal.Endpoints;
import io.mostik.testing.internal.Table;
import java.math.BigDecimal;
import java.util.List;

/** Accounts, transactions and sales of v2. Transactions can be made and removed, and not read back. */
record V2Money(Account account) {

    private static final Fields TRANSACTION = Fields.of(Kind.DECIMAL, "amount")
            .and(Kind.TEXT, "direction", "description")
            .and(Kind.SECONDS, "custom_created_at")
            .requiring("amount", "direction");

    void register(Endpoints<RemOnlineRequest> endpoints) {
        Table<Long, ObjectNode> sales = account.shelf(Shelf.SALES);
        endpoints
                .get("/v2/finance/accounts", ask -> Sheet.page(ask, List.of(Cashbox.values()), Cashbox::v2))
                .get(
                        "/v2/finance/accounts/{id}",
                        ask -> Sheet.ok(Cashbox.find(ask.id()).v2()))
                .post("/v2/finance/accounts/{id}/transactions", this::create)
                .delete("/v2/finance/accounts/{id}/transactions/{transaction}", this::delete)
                .get("/v2/sales", ask -> new Filter<ObjectNode>(ask).newestFirst(sales.all(), V2Money::withoutLines))
                .get("/v2/sales/{id}", ask -> Sheet.ok(sales.get(ask.id())));
    }

    private Answer create(RemOnlineRequest ask) {
        Cashbox cashbox = Cashbox.find(ask.id());
        ObjectNode body = ask.body(TRANSACTION);
        String direction = body.path("direction").asText("");
        ask.require("direction", direction.matches("income|expense"), "must be income or expense");
        ask.check();
        BigDecimal amount = new BigDecimal(body.path("amount").asText());
        String at = body.path("custom_created_at").asText(Shape.iso(account.now()));
        BigDecimal value = direction.equals("income") ? amount : amount.negate();
        return account.written(body.put("id", cashbox.book(account, value, body, at)));
    }

    private Answer delete(RemOnlineRequest ask) {
        long cashbox = Cashbox.find(ask.id()).id;
        Table<Long, ObjectNode> moves = account.shelf(Shelf.CASH_MOVES);
        ObjectNode row = moves.get(ask.id("transaction"));
        if (row.path("account_id").asLong() != cashbox) {
            throw Dialect.notFound();
        }
        moves.remove(Shape.id(row));
        return Answer.empty(204);
    }

    private static ObjectNode withoutLines(ObjectNode sale) {
        return sale.deepCopy().without("items");
    }
}
