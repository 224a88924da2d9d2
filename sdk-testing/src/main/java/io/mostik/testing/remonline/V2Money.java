package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Accounts, transactions and sales of v2. Transactions can be made and removed, and not read back. */
final class V2Money {

    private static final Fields TRANSACTION = Fields.of(Kind.DECIMAL, "amount")
            .and(Kind.TEXT, "direction", "description")
            .and(Kind.SECONDS, "custom_created_at");

    private final Account account;

    V2Money(Account account) {
        this.account = account;
    }

    void register(Endpoints endpoints) {
        Map<Long, ObjectNode> sales = account.shelf(Shelf.SALES);
        endpoints
                .on("GET", "/v2/finance/accounts", this::accounts)
                .on(
                        "GET",
                        "/v2/finance/accounts/{id}",
                        ask -> Answer.json(200, Cashbox.find(ask.id("id")).v2()))
                .on("POST", "/v2/finance/accounts/{id}/transactions", this::create)
                .on("DELETE", "/v2/finance/accounts/{id}/transactions/{transaction}", this::delete)
                .on("GET", "/v2/sales", this::sales)
                .on("GET", "/v2/sales/{id}", ask -> Answer.json(200, Rows.find(sales, ask.id("id"))));
    }

    private Answer accounts(RequestReader ask) {
        return Sheet.page(ask, List.of(Cashbox.values()), Cashbox::v2);
    }

    private Answer create(RequestReader ask) {
        Cashbox cashbox = Cashbox.find(ask.id("id"));
        ObjectNode body = ask.body(TRANSACTION, Set.of("amount", "direction"));
        String direction = body.path("direction").asText("");
        if (!Set.of("income", "expense").contains(direction)) {
            ask.problem("direction", "must be income or expense");
        }
        ask.check();
        BigDecimal amount = new BigDecimal(body.path("amount").asText());
        long id = account.nextLine();
        account.shelf(Shelf.CASH_MOVES)
                .put(
                        id,
                        Shape.object()
                                .put("id", id)
                                .put("account_id", cashbox.id)
                                .put("value", direction.equals("income") ? amount : amount.negate())
                                .put("description", body.path("description").asText(""))
                                .put(
                                        "created_at",
                                        body.path("custom_created_at").asText(Shape.iso(account.now()))));
        return Answer.json(200, account.writeAnswer.wrap(body.put("id", id)));
    }

    private Answer delete(RequestReader ask) {
        long cashbox = Cashbox.find(ask.id("id")).id;
        ObjectNode row = Rows.find(account.shelf(Shelf.CASH_MOVES), ask.id("transaction"));
        if (row.path("account_id").asLong() != cashbox) {
            throw Refusals.notFound();
        }
        account.shelf(Shelf.CASH_MOVES).remove(Rows.id(row));
        return Answer.empty(204);
    }

    /** Shows the rows without their lines. */
    private Answer sales(RequestReader ask) {
        return new Filter<ObjectNode>(ask)
                .newestFirst(
                        account.shelf(Shelf.SALES).values(),
                        sale -> sale.deepCopy().without("items"));
    }
}
