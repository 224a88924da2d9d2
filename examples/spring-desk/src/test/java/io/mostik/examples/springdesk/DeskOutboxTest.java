package io.mostik.examples.springdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.mostik.bankcards.workflow.Grant;
import io.mostik.spring.boot.Outbox;
import io.mostik.testing.tbank.TBankSimulator;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class DeskOutboxTest {

    private static final long CARD = TBankSimulator.VIRTUAL_CARD;

    @Autowired
    private TBankSimulator bank;

    @Autowired
    private Couriers couriers;

    @Autowired
    private Outbox<Grant> allowances;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Browser browser;

    @Test
    void givenRolledBackDelivery_whenItEnds_thenNothingIsSent() {
        BigDecimal before = bank.grantedTotal(CARD);

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            couriers.send(7001, CARD, new BigDecimal("900"));
            status.setRollbackOnly();
        });

        assertThat(allowances.pending()).isEmpty();
        assertThat(deliveries(7001)).isZero();
        assertThat(bank.grantedTotal(CARD)).isEqualByComparingTo(before);
    }

    @Test
    void givenDelivery_whenItIsCommitted_thenTheMoneyIsGrantedOnce() {
        BigDecimal before = bank.grantedTotal(CARD);

        int status = browser.post("/orders/7002/courier?card=" + CARD + "&total=1450.50", "")
                .statusCode();

        await().until(() -> allowances.pending().findAny().isEmpty());
        assertThat(status).isEqualTo(202);
        assertThat(deliveries(7002)).isOne();
        assertThat(bank.grantedTotal(CARD).subtract(before)).isEqualByComparingTo("1450.50");
    }

    @Test
    void givenNoTransaction_whenPuttingAMessage_thenItIsRefused() {
        assertThatThrownBy(() -> allowances.put(
                        "loose",
                        new Grant(io.mostik.bankcards.tbank.cards.Ucid.of(CARD), "order 7003", BigDecimal.TEN)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("@Transactional");
    }

    private long deliveries(long order) {
        return database.sql("select count(*) from deliveries where order_id = ?")
                .param(order)
                .query(Long.class)
                .single();
    }
}
