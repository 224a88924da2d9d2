package io.mostik.bankcards.tbank.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mostik.bankcards.tbank.Environment;
import io.mostik.bankcards.tbank.TBank;
import io.mostik.core.Secret;
import io.mostik.testing.tbank.LimitKind;
import io.mostik.testing.tbank.LimitPeriod;
import io.mostik.testing.tbank.TBankSimulator;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneCStatementTest {

    private static final String ACCOUNT = "40702810900000012345";
    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);
    private static final Party OWNER = Party.builder()
            .name("ООО Пример")
            .inn("7700000000")
            .kpp("770001001")
            .bic("044525974")
            .bankName("АО ТБанк")
            .corrAccount("30101810145250000974")
            .build();
    private static final Party BANK = Party.builder()
            .name("АО ТБанк")
            .inn("7710140679")
            .account("30232810100000000001")
            .build();

    @Test
    void givenPurchase_whenWritten_then1cReadsTheExampleOfTheFacts() throws IOException {
        OneCReader file = OneCReader.read(builder()
                .addOperations(purchase("op-1", "379.50", next -> next.documentNumber("700412")))
                .balances(balances("10000", "0", "379.5", "9620.50"))
                .build()
                .bytes());

        assertThat(file.head)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "ВерсияФормата", "1.03",
                        "Кодировка", "Windows",
                        "Отправитель", "Mostik",
                        "Получатель", "1С:Предприятие",
                        "ДатаСоздания", "05.05.2026",
                        "ВремяСоздания", "08:00:00",
                        "ДатаНачала", "04.05.2026",
                        "ДатаКонца", "04.05.2026",
                        "РасчСчет", ACCOUNT));
        assertThat(file.accounts.get(0))
                .containsEntry("НачальныйОстаток", "10000.00")
                .containsEntry("ВсегоПоступило", "0.00")
                .containsEntry("ВсегоСписано", "379.50")
                .containsEntry("КонечныйОстаток", "9620.50");
        assertThat(file.documents.get(0))
                .containsEntry("СекцияДокумент", "Банковский ордер")
                .containsEntry("Номер", "700412")
                .containsEntry("Дата", "04.05.2026")
                .containsEntry("Сумма", "379.50")
                .containsEntry("ПлательщикСчет", ACCOUNT)
                .containsEntry("ДатаСписано", "04.05.2026")
                .containsEntry("Плательщик1", "ООО Пример")
                .containsEntry("ПлательщикИНН", "7700000000")
                .containsEntry("ПолучательСчет", "30232810100000000001")
                .containsEntry("ПолучательИНН", "7710140679")
                .containsEntry("НазначениеПлатежа", "Оплата по карте *0417, Coffee, 379.50 RUB, op-1")
                .doesNotContainKey("ДатаПоступило");
    }

    @Test
    void givenRefund_whenWritten_thenMoneyComes() throws IOException {
        Map<String, String> refund = only(purchase("op-2", "10", next -> next.typeOfOperation(Direction.CREDIT)));

        assertThat(refund)
                .containsEntry("ДатаПоступило", "04.05.2026")
                .containsEntry("ПолучательСчет", ACCOUNT)
                .containsEntry("ПлательщикИНН", "7710140679")
                .doesNotContainKey("ДатаСписано");
    }

    @Test
    void givenHold_whenWritten_thenIsLeftOut() throws IOException {
        Operation hold = purchase("op-1", "5", next -> next.operationStatus(OperationStatus.AUTHORIZATION));

        assertThat(OneCReader.read(builder().addOperations(hold).build().bytes()).documents)
                .isEmpty();
    }

    @Test
    void givenLateEvening_whenWritten_thenTheDayIsMoscows() throws IOException {
        Operation night = purchase("op-1", "5", next -> next.trxnPostDate(Instant.parse("2026-05-03T21:30:00Z")));

        assertThat(only(night)).containsEntry("Дата", "04.05.2026");
        refused(
                "none of the days",
                purchase("op-1", "5", next -> next.trxnPostDate(Instant.parse("2026-05-04T21:00:00Z"))));
    }

    @Test
    void givenNoNumber_whenWrittenTwice_thenItIsTheSame() throws IOException {
        String first = only(purchase("op-1", "5", next -> next)).get("Номер");
        OneCReader both = OneCReader.read(builder()
                .addOperations(purchase("op-0", "5", next -> next), purchase("op-1", "5", next -> next))
                .build()
                .bytes());

        assertThat(first).matches("\\d{11}");
        assertThat(both.documents)
                .extracting(one -> one.get("Номер"))
                .contains(first)
                .doesNotHaveDuplicates();
    }

    @Test
    void givenStrangeSigns_whenWritten_thenTheFileStaysWhole() throws IOException {
        String purpose = "Кофе ☕ и\r\nКонецДокумента\r\nСекцияДокумент=x за 5 ₽ «Ё» e\u0301 и\u0306 \ud83d\ude00=";

        assertThat(only(purchase("op-1", "5", next -> next.payPurpose(purpose))))
                .containsEntry("НазначениеПлатежа", "Кофе ? и  КонецДокумента  СекцияДокумент=x за 5 руб. «Ё» ? й ?=");
    }

    @Test
    void givenTotalsThatDoNotClose_whenBuilt_thenIsRefused() {
        Operation spent = purchase("op-1", "379.50", next -> next);

        refused("debit", builder().addOperations(spent).balances(balances("100", "0", "380", "0")));
        refused("credit", builder().addOperations(spent).balances(balances("1000", "1", "379.50", "620.50")));
        refused("balanceEnd", builder().addOperations(spent).balances(balances("1000", "0", "379.50", "620.49")));
    }

    @Test
    void givenNoOpeningBalance_whenWritten_thenNoneIsInvented() throws IOException {
        OneCReader file = OneCReader.read(builder()
                .addOperations(purchase("op-1", "5", next -> next))
                .build()
                .bytes());

        assertThat(file.accounts).isEmpty();
        assertThat(file.documents).hasSize(1);
    }

    @Test
    void givenWhatCannotBeSaid_whenBuilt_thenNamesTheOperation() {
        refused("op-1 has no sum", purchase("op-1", "5", next -> next.accountAmount(Optional.empty())));
        refused("op-1 has a sum", purchase("op-1", "0", next -> next));
        refused("op-1 has a sum", purchase("op-1", "-5", next -> next));
        refused("op-1 has a sum", purchase("op-1", "5.001", next -> next));
        refused("op-1 has no direction", purchase("op-1", "5", next -> next.typeOfOperation(Optional.empty())));
        refused("op-1 is of another account", purchase("op-1", "5", next -> next.accountNumber("4" + ACCOUNT)));
        refused("op-1 has a status", purchase("op-1", "5", next -> next.operationStatus(OperationStatus.of("New"))));
        refused(
                "op-1 names no other side",
                builder().bank(Optional.empty()).addOperations(purchase("op-1", "5", next -> next)));
        refused(
                "op-1 is there twice",
                builder().addOperations(purchase("op-1", "5", next -> next), purchase("op-1", "5", next -> next)));
        refused("accountNumber", builder().accountNumber("4070"));
        refused("lastDay", builder().lastDay(DAY.minusDays(1)));
        refused("tax number", builder().owner(Party.builder().build()));
    }

    @Test
    void givenOneNumberForTwo_whenBuilt_thenAsksForOwnNumbers() {
        List<Operation> alike = List.of(
                purchase("op-1", "5", next -> next.documentNumber("7")),
                purchase("op-2", "5", next -> next.documentNumber("7")));

        refused("isNumberedById", builder().operations(alike));
        assertThat(builder().operations(alike).isNumberedById(true).build().bytes())
                .isNotEmpty();
    }

    @Test
    void givenOldReader_whenWritten_thenKindAndPurposeFitIt() throws IOException {
        OneCReader file = OneCReader.read(builder()
                .documentKind("Платежное поручение")
                .addOperations(purchase("op-1", "5", next -> next.payPurpose("я".repeat(300))))
                .build()
                .bytes());

        assertThat(file.documents.get(0))
                .containsEntry("СекцияДокумент", "Платежное поручение")
                .containsEntry("НазначениеПлатежа", "я".repeat(210));
    }

    @Test
    void givenFile_whenWritten_thenHoldsTheBytes(@TempDir Path folder) throws IOException {
        OneCStatement statement =
                builder().addOperations(purchase("op-1", "5", next -> next)).build();
        Path file = folder.resolve(OneCStatement.FILE_NAME);

        statement.writeTo(file);

        assertThat(Files.readAllBytes(file)).isEqualTo(statement.bytes());
        assertThat(statement.toString()).doesNotContain(ACCOUNT);
    }

    @Test
    void givenStatementOfTheBank_whenWritten_thenTotalsClose() throws IOException {
        try (TBankSimulator simulator = TBankSimulator.startFrozen();
                TBank bank = TBank.builder()
                        .environment(Environment.of(
                                simulator.ordinaryUri().toString(),
                                simulator.securedUri().toString()))
                        .token(Secret.of(simulator.token()))
                        .build()) {
            long card = TBankSimulator.VIRTUAL_CARD;
            simulator.limit(card, LimitKind.SPEND, new BigDecimal("1000"), LimitPeriod.MONTH);
            Instant begin = simulator.clock().instant();
            simulator.spend(card, new BigDecimal("379.50"));
            simulator.spend(card, new BigDecimal("20"));
            simulator.clock().advance(Duration.ofHours(16));
            simulator.spend(card, new BigDecimal("1"));
            StatementQuery query = StatementQuery.builder()
                    .accountNumber(TBankSimulator.ACCOUNT)
                    .since(begin)
                    .until(simulator.clock().instant().plusSeconds(1))
                    .build();

            OneCReader file = OneCReader.read(builder()
                    .firstDay(LocalDate.ofInstant(begin, OneCDocument.MOSCOW))
                    .lastDay(LocalDate.ofInstant(begin, OneCDocument.MOSCOW).plusDays(1))
                    .operations(bank.operations().statement(query))
                    .balances(bank.operations().balances(query))
                    .build()
                    .bytes());

            assertThat(file.documents).extracting(one -> one.get("Сумма")).containsExactlyInAnyOrder("379.50", "20.00");
            assertThat(file.accounts.get(0)).containsEntry("ВсегоСписано", "399.50");
        }
    }

    private static Map<String, String> only(Operation operation) throws IOException {
        return OneCReader.read(builder().addOperations(operation).build().bytes())
                .documents
                .get(0);
    }

    private static void refused(String words, Operation operation) {
        refused(words, builder().addOperations(operation));
    }

    private static void refused(String words, OneCStatement.Builder builder) {
        assertThatIllegalArgumentException().isThrownBy(builder::build).withMessageContaining(words);
    }

    private static OneCStatement.Builder builder() {
        OneCStatement.Builder builder = OneCStatement.builder();
        builder.accountNumber(ACCOUNT)
                .firstDay(DAY)
                .lastDay(DAY)
                .owner(OWNER)
                .bank(BANK)
                .createdAt(Instant.parse("2026-05-05T05:00:00Z"));
        return builder;
    }

    private static Operation purchase(String id, String sum, UnaryOperator<Operation.Builder> further) {
        Operation.Builder next = Operation.builder();
        next.operationId(id)
                .operationStatus(OperationStatus.TRANSACTION)
                .typeOfOperation(Direction.DEBIT)
                .accountNumber(ACCOUNT)
                .accountAmount(new BigDecimal(sum))
                .operationAmount(new BigDecimal(sum))
                .operationCurrencyDigitalCode("643")
                .cardNumber("220070******0417")
                .merch(Merchant.builder().name("Coffee").build())
                .trxnPostDate(Instant.parse("2026-05-04T09:11:40Z"));
        return further.apply(next).build();
    }

    private static Balances balances(String begin, String credit, String debit, String end) {
        return Balances.builder()
                .balanceBegin(new BigDecimal(begin))
                .credit(new BigDecimal(credit))
                .debit(new BigDecimal(debit))
                .balanceEnd(new BigDecimal(end))
                .build();
    }
}
