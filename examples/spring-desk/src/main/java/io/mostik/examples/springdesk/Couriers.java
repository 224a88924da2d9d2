package io.mostik.examples.springdesk;

import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.workflow.Grant;
import io.mostik.spring.boot.Outbox;
import java.math.BigDecimal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends couriers with the money for what they fetch. */
@Service
public class Couriers {

    private final JdbcClient database;
    private final Outbox<Grant> allowances;

    Couriers(JdbcClient database, Outbox<Grant> allowances) {
        this.database = database;
        this.allowances = allowances;
    }

    /** Stores the delivery and promises its money, in one transaction. */
    @Transactional
    public void send(long order, long card, BigDecimal total) {
        database.sql("insert into deliveries (order_id, card, total) values (?, ?, ?)")
                .params(order, card, total)
                .update();
        allowances.put("order-" + order, new Grant(Ucid.of(card), "order " + order, total));
    }
}
