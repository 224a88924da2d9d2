package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Arrays;

/** A place for money: an account in v2, a cashbox before. */
enum Cashbox {
    CASH(91, "Cashbox", 0),
    BANK(92, "Bank account", 1);

    final long id;
    private final String title;
    private final int type;

    Cashbox(long id, String title, int type) {
        this.id = id;
        this.title = title;
        this.type = type;
    }

    static Cashbox find(long id) {
        return Arrays.stream(values())
                .filter(cashbox -> cashbox.id == id)
                .findFirst()
                .orElseThrow(Dialect::notFound);
    }

    ObjectNode v2() {
        return Shape.named(id, title);
    }

    ObjectNode v1() {
        return Shape.titled(id, title).put("type", type);
    }

    /** Books money, its sign included, and returns the id of the entry. */
    long book(Account account, BigDecimal value, JsonNode written, String at) {
        return Shape.id(account.shelf(Shelf.CASH_MOVES)
                .add(Shape.object()
                        .put("id", account.nextLine())
                        .put("account_id", id)
                        .put("value", value)
                        .put("description", written.path("description").asText(""))
                        .put("created_at", at)));
    }
}
