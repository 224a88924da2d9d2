package io.mostik.bankcards.tbank.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.bankcards.tbank.BankServer;
import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.core.http.CallOptions;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OperationsApiTest {

    private static final String ACCOUNT = "40702810900000012345";
    private static final Instant SINCE = Instant.parse("2026-05-01T00:00:00Z");

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    TBank bank;

    @BeforeEach
    void connect() {
        bank = BankServer.client(vendor, new ManualTime());
    }

    @AfterEach
    void close() {
        bank.close();
    }

    @Test
    void givenStatement_whenWalkingIt_thenFollowsTheCursor() {
        vendor.answers(200, "operations.statement.json")
                .answers(200, "{\"operations\":[{\"operationId\":\"0c9d0004\"}]}");
        StatementQuery query = query().until(Instant.parse("2026-06-01T00:00:00Z"))
                .operationStatus(OperationStatus.TRANSACTION)
                .addCategories(OperationCategory.CARD, OperationCategory.CASH_OUT)
                .pageSize(50)
                .build();

        List<Operation> operations = bank.operations().statement(query).toList();

        assertThat(operations).hasSize(4);
        String asked = "/ordinary/api/v1/statement?accountNumber=" + ACCOUNT
                + "&from=2026-05-01T00%3A00%3A00Z&to=2026-06-01T00%3A00%3A00Z&operationStatus=Transaction"
                + "&categories=cardOperation&categories=cashOut&limit=50";
        assertThat(vendor.received().target()).isEqualTo(asked);
        assertThat(vendor.received().target()).isEqualTo(asked + "&cursor=c2");
    }

    @Test
    void givenOperation_whenReading_thenIsExactAndHidesPerson() {
        vendor.answers(200, "operations.statement.json").answers(200, "{\"operations\":[]}");

        List<Operation> operations =
                bank.operations().statement(query().build()).toList();

        Operation purchase = operations.get(0);
        assertThat(purchase.operationAmount()).contains(new BigDecimal("379.50"));
        assertThat(purchase.typeOfOperation()).contains(Direction.DEBIT);
        assertThat(purchase.card()).contains(Ucid.of(1100200301L));
        assertThat(purchase.payer().orElseThrow().account()).contains(ACCOUNT);
        assertThat(purchase.payer().orElseThrow().bic()).contains("044525974");
        assertThat(purchase.payer().orElseThrow().corrAccount()).contains("30101810145250000974");
        assertThat(purchase.counterParty().orElseThrow().bic()).contains("044525225");
        assertThat(purchase.merch().orElseThrow().name()).contains("Cafe");
        assertThat(purchase.unknown()).containsKey("nalType");
        assertThat(purchase.toString()).doesNotContain(ACCOUNT, "Lunch", "Romashka");
        assertThat(operations.get(1).card()).isEmpty();
        assertThat(operations.get(2).operationStatus()).contains(OperationStatus.of("Returned"));
    }

    @Test
    void givenOneCard_whenAskingForOperations_thenFiltersStatement() {
        vendor.answers(200, "operations.statement.json")
                .answers(200, "{\"operations\":[{\"operationId\":\"5\",\"ucid\":\"1100200301\"}]}");

        assertThat(bank.operations().ofCard(Ucid.of(1100200301L), query().build()))
                .extracting(Operation::operationId)
                .containsExactly("0c9d0001", "5");
    }

    @Test
    void givenStatement_whenAskingForBalances_thenReadsFirstPage() {
        vendor.answers(200, "operations.statement.json");

        Balances balances = bank.operations().balances(query().build()).orElseThrow();

        assertThat(balances.balanceEnd()).contains(new BigDecimal("620.50"));
        assertThat(vendor.received().target()).endsWith("&withBalances=true");
        assertThat(vendor.count()).isEqualTo(1);
    }

    @Test
    @SuppressWarnings("deprecation") // of the bank; offered all the same
    void givenDeprecatedList_whenReading_thenTakesBothEnvelopes() {
        String row = "{\"accountNumber\":\"1\",\"operationType\":\"debit\",\"operationStatus\":\"transaction\","
                + "\"amount\":1.10,\"card\":{\"ucid\":\"7\"}}";
        vendor.answers(200, "[" + row + "]").answers(200, "{\"operations\":[" + row + "]}");

        for (int i = 0; i < 2; i++) {
            List<LegacyOperation> past =
                    bank.operations().past(ACCOUNT, Optional.empty(), SINCE, Instant.parse("2026-06-01T00:00:00Z"));
            assertThat(past).hasSize(1);
            assertThat(past.get(0).operationStatus()).contains(OperationStatus.TRANSACTION);
            assertThat(past.get(0).operationType()).contains(Direction.DEBIT);
            assertThat(past.get(0).amount()).contains(new BigDecimal("1.10"));
        }
    }

    @Test
    void givenContradictions_whenMakingQuery_thenNamesThem() {
        assertThatThrownBy(() -> query().accountNumber(ACCOUNT + "00").build()).hasMessageContaining("accountNumber");
        assertThatThrownBy(() -> query().until(SINCE).build()).hasMessageContaining("until");
        assertThatThrownBy(() -> query().pageSize(0).build()).hasMessageContaining("pageSize");
    }

    private static StatementQuery.Builder query() {
        return StatementQuery.builder().accountNumber(ACCOUNT).since(SINCE);
    }

    @Test
    void givenBadRow_whenSkipping_thenOthersComeAndItIsTold() {
        vendor.answers(200, "{\"operations\":[{\"operationId\":\"a\"},{\"mcc\":[]}],\"nextCursor\":\"c2\"}")
                .answers(200, "{\"operations\":[{\"operationId\":\"b\"}]}");
        List<String> places = new ArrayList<>();
        CallOptions options = CallOptions.builder()
                .skippingUnreadable(rows -> places.addAll(rows.places()))
                .build();

        List<Operation> operations =
                bank.with(options).operations().statement(query().build()).toList();

        assertThat(operations).hasSize(2);
        assertThat(places).containsExactly("/operations/1");
    }
}
