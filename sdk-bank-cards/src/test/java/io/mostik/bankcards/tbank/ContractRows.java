package io.mostik.bankcards.tbank;

import io.mostik.bankcards.tbank.cards.BlockReason;
import io.mostik.bankcards.tbank.cards.Card;
import io.mostik.bankcards.tbank.cards.CardQuery;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.identification.DocumentType;
import io.mostik.bankcards.tbank.identification.NewIdentification;
import io.mostik.bankcards.tbank.identification.NewPassport;
import io.mostik.bankcards.tbank.limits.LimitUpdate;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.bankcards.tbank.operations.LegacyOperation;
import io.mostik.bankcards.tbank.operations.Operation;
import io.mostik.bankcards.tbank.operations.StatementQuery;
import io.mostik.bankcards.tbank.virtualcards.CardNetwork;
import io.mostik.bankcards.tbank.virtualcards.CardRequisites;
import io.mostik.bankcards.tbank.virtualcards.IssueApplication;
import io.mostik.bankcards.tbank.virtualcards.NewVirtualCard;
import io.mostik.bankcards.tbank.webhooks.EventType;
import io.mostik.bankcards.tbank.webhooks.NewSubscription;
import io.mostik.core.Secret;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** All methods of the bank, by the numbers of its list. */
final class ContractRows {

    private static final String ACCOUNT = "40702810900000012345";
    private static final String UUID = "8b0f6a52-0c41-4a8e-9d11-6d0f3a1c9b77";
    private static final String CARD = "{\"ucid\":7,\"accountNumber\":\"" + ACCOUNT + "\"}";
    private static final String DONE = "done";
    private static final Ucid UCID = Ucid.of(7);
    private static final Instant FROM = Instant.parse("2026-05-01T00:00:00Z");
    private static final Instant TILL = Instant.parse("2026-06-01T00:00:00Z");

    private ContractRows() {}

    static Stream<ContractRow> all() {
        return Stream.of(cards(), limits(), virtualCards(), issue(), people(), money())
                .flatMap(Function.identity());
    }

    private static Stream<ContractRow> cards() {
        return Stream.of(
                ContractRow.of(1, "cards.list", 10)
                        .sends("GET /ordinary/api/v1/card?offset=0&limit=1000")
                        .answered("{\"offset\":0,\"limit\":1000,\"totalNumber\":1,\"cards\":[" + CARD + "]}")
                        .by(bank -> ucids(bank.cards().list(CardQuery.all()).stream()), List.of(UCID)),
                ContractRow.of(2, "cards.get", 10)
                        .sends("GET /ordinary/api/v1/card/7")
                        .answered(CARD)
                        .by(bank -> bank.cards().get(UCID).accountNumber(), ACCOUNT),
                ContractRow.of(3, "cards.listDetailed", 10)
                        .sends("GET /secured/api/v3/company/card?limit=1000&offset=0")
                        .answered("{\"cards\":[" + CARD + "],\"offset\":0,\"limit\":1000}")
                        .by(bank -> ucids(bank.cards().listDetailed(CardQuery.all()).stream()), List.of(UCID)),
                ContractRow.of(15, "cards.block", 5)
                        .sends("POST /secured/api/v1/card/7/block", "{\"reason\":\"LOST\",\"comment\":\"bag\"}")
                        .by(does(bank -> bank.cards().block(UCID, BlockReason.LOST, "bag")), DONE));
    }

    private static Stream<ContractRow> limits() {
        NewLimit limit = NewLimit.once(new BigDecimal("500.50"));
        NewLimit whole = NewLimit.daily(new BigDecimal("500"));
        return Stream.of(
                ContractRow.of(4, "limits.get", 40)
                        .sends("GET /secured/api/v1/card/7/limits")
                        .answered("{\"ucid\":7,\"spendLimit\":{\"limitValue\":500.00,\"limitRemain\":120.50,"
                                + "\"limitPeriod\":\"DAY\"},\"cashLimit\":{\"limitValue\":1,\"limitRemain\":1,"
                                + "\"limitPeriod\":\"MONTH\"}}")
                        .by(bank -> bank.limits().get(UCID).spendLimit().limitRemain(), new BigDecimal("120.50")),
                ContractRow.of(5, "limits.setSpend", 10)
                        .sends(
                                "POST /secured/api/v1/card/7/spend-limit",
                                "{\"limitValue\":500.50,\"limitPeriod\":\"IRREGULAR\"}")
                        .by(does(bank -> bank.limits().setSpend(UCID, limit)), DONE),
                ContractRow.of(6, "limits.setCash", 10)
                        .sends(
                                "POST /secured/api/v1/card/7/cash-limit",
                                "{\"limitValue\":500.50,\"limitPeriod\":\"IRREGULAR\"}")
                        .by(does(bank -> bank.limits().setCash(UCID, limit)), DONE),
                ContractRow.of(7, "limits.setBatch", 10)
                        .sends(
                                "PUT /secured/api/v3/card/limits/set_batch",
                                "{\"limits\":[{\"ucid\":7,\"spendLimit\":{\"limitValue\":500,\"limitPeriod\":\"IRREGULAR\"},"
                                        + "\"cashLimit\":{\"limitValue\":500,\"limitPeriod\":\"DAY\"}}]}")
                        .answered("{\"limits\":[{\"ucid\":7,\"spendLimit\":{\"isSuccess\":true},\"cashLimit\":"
                                + "{\"isSuccess\":true}}]}")
                        .by(
                                bank -> bank.limits()
                                        .setBatch(List.of(new LimitUpdate(
                                                UCID, Optional.of(NewLimit.once(whole.value())), Optional.of(whole))))
                                        .isFullySuccessful(),
                                true));
    }

    private static Stream<ContractRow> virtualCards() {
        return Stream.of(
                ContractRow.of(8, "virtualCards.requisites", 10)
                        .sends("GET /secured/api/v1/card/virtual/7/requisites")
                        .answered("{\"number\":\"2200700000000417\",\"embossedName\":\"O V\",\"cvc\":\"735\","
                                + "\"expiryDate\":{\"year\":2031,\"month\":4}}")
                        .by(ContractRows::expiry, "2031-04"),
                ContractRow.of(9, "virtualCards.requisitesLink", 10)
                        .sends("GET /secured/api/v3/card/requisites-iframe-link?ucid=7")
                        .answered("{\"link\":\"https://x\"}")
                        .by(bank -> bank.virtualCards().requisitesLink(UCID).address(), Optional.of("https://x")),
                ContractRow.of(10, "virtualCards.reissue", 10)
                        .sends("POST /secured/api/v1/card/virtual/reissue", "{\"ucid\":7}")
                        .answered("{\"correlationId\":\"" + UUID + "\"}")
                        .by(bank -> bank.virtualCards().reissue(UCID).id(), UUID),
                ContractRow.of(11, "virtualCards.reissueResult", 10)
                        .sends("GET /secured/api/v1/card/virtual/reissue/result?correlationId=" + UUID)
                        .answered("{\"status\":\"READY\",\"info\":{\"oldUcid\":7,\"newUcid\":8,\"cardBin\":\"220070\","
                                + "\"cardLastFourDigits\":\"5521\"}}")
                        .by(
                                bank -> bank.virtualCards()
                                        .resumeReissue(UUID)
                                        .poll()
                                        .orElseThrow()
                                        .newUcid(),
                                Ucid.of(8)));
    }

    private static Stream<ContractRow> issue() {
        String status = "{\"cardIssueApplicationId\":\"" + UUID + "\",\"status\":\"CARD_ISSUED\",\"ucid\":";
        return Stream.of(
                ContractRow.of(12, "virtualCards.issue", 10)
                        .sends(
                                "POST /secured/api/v1/card/virtual/issue/application",
                                "{\"employeeIdentificationApplicationId\":\"" + UUID + "\",\"accountNumber\":\""
                                        + ACCOUNT + "\",\"cardNetwork\":\"MIR\"}")
                        .answered("{\"cardIssueApplicationId\":\"" + UUID + "\"}")
                        .by(
                                bank -> bank.virtualCards()
                                        .issue(new NewVirtualCard(UUID, ACCOUNT, CardNetwork.MIR))
                                        .id(),
                                UUID),
                ContractRow.of(13, "virtualCards.application", 10)
                        .sends("GET /secured/api/v1/card/virtual/issue/application/" + UUID)
                        .answered(status + "8}")
                        .by(bank -> bank.virtualCards().resumeIssue(UUID).poll(), Optional.of(Ucid.of(8))),
                ContractRow.of(14, "virtualCards.applications", 10)
                        .sends("GET /secured/api/v3/card/virtual/issue/application?limit=100&offset=0")
                        .answered("[" + status + "\"8\"}]")
                        .by(
                                bank -> bank.virtualCards().applications().stream()
                                        .map(IssueApplication::ucid)
                                        .toList(),
                                List.of(Optional.of(Ucid.of(8)))));
    }

    private static Stream<ContractRow> people() {
        return Stream.of(
                ContractRow.of(16, "identification.draft", 10)
                        .sends(
                                "POST /secured/api/v1/employee-remote-identification/application",
                                "{\"lastName\":\"Volkov\",\"firstName\":\"Oleg\",\"birthDate\":\"1990-02-03\","
                                        + "\"placeOfBirth\":\"Tula\",\"phoneNumber\":\"+79000000000\",\"passport\":"
                                        + "{\"series\":\"4500\",\"number\":\"123456\",\"issuerName\":\"OVD\","
                                        + "\"issuerCode\":\"770-001\",\"issueDate\":\"2015-01-01\"}}")
                        .answered("{\"applicationId\":\"" + UUID + "\"}")
                        .by(bank -> bank.identification().draft(employee()).applicationId(), Optional.of(UUID)),
                ContractRow.of(17, "identification.attach", 1)
                        .sends(
                                "POST /secured/api/v1/employee-remote-identification/application/" + UUID + "/PASSPORT",
                                "A")
                        .by(
                                does(bank ->
                                        bank.identification().attach(UUID, DocumentType.PASSPORT, new byte[] {'A'})),
                                DONE));
    }

    @SuppressWarnings("deprecation") // the deprecated list is part of the contract
    private static Stream<ContractRow> money() {
        String period = "from=2026-05-01T00%3A00%3A00Z";
        return Stream.of(
                ContractRow.of(18, "operations.statement", 20)
                        .sends("GET /ordinary/api/v1/statement?accountNumber=" + ACCOUNT + "&" + period)
                        .answered("{\"operations\":[{\"operationId\":\"o1\",\"accountAmount\":379.50}]}")
                        .by(
                                bank -> bank.operations().statement(statement()).stream()
                                        .map(Operation::accountAmount)
                                        .toList(),
                                List.of(Optional.of(new BigDecimal("379.50")))),
                ContractRow.of(19, "operations.past", 3)
                        .sends("GET /ordinary/api/v1/account-operations?accountNumber=" + ACCOUNT + "&ucid=7&" + period
                                + "&till=2026-06-01T00%3A00%3A00Z")
                        .answered("[{\"authId\":\"a1\"}]")
                        .by(
                                bank -> bank.operations().past(ACCOUNT, Optional.of(UCID), FROM, TILL).stream()
                                        .map(LegacyOperation::authId)
                                        .toList(),
                                List.of(Optional.of("a1"))),
                ContractRow.of(20, "accounts.list", 6)
                        .sends("GET /ordinary/api/v4/bank-accounts?withInvest=false")
                        .answered("[{\"accountNumber\":\"" + ACCOUNT + "\"}]")
                        .by(bank -> bank.accounts().list().size(), 1),
                ContractRow.of(21, "company.get", 0)
                        .sends("GET /ordinary/api/v1/company")
                        .answered("{\"name\":\"Romashka\"}")
                        .by(bank -> bank.company().get().name(), Optional.of("Romashka")),
                ContractRow.of(22, "webhooks.subscribe", 10)
                        .sends(
                                "POST /ordinary/api/v1/webhook?eventType=oper-feed-operation",
                                "{\"url\":\"https://a.example/hook\",\"email\":\"it@a.example\",\"hasSignature\":false,"
                                        + "\"authType\":\"Bearer\",\"authSecret\":\"canary-hook-secret\"}")
                        .by(does(bank -> bank.webhooks().subscribe(EventType.OPERATION, subscription())), DONE));
    }

    private static Function<TBank, Object> does(Consumer<TBank> call) {
        return bank -> {
            call.accept(bank);
            return DONE;
        };
    }

    private static List<Ucid> ucids(Stream<Card> cards) {
        return cards.map(Card::ucid).toList();
    }

    private static String expiry(TBank bank) {
        try (CardRequisites requisites = bank.virtualCards().requisites(UCID)) {
            return requisites.expiry().toString();
        }
    }

    private static NewSubscription subscription() {
        return NewSubscription.of("https://a.example/hook", "it@a.example").bearer(Secret.of("canary-hook-secret"));
    }

    private static StatementQuery statement() {
        return StatementQuery.builder().accountNumber(ACCOUNT).since(FROM).build();
    }

    private static NewIdentification employee() {
        return NewIdentification.builder()
                .lastName("Volkov")
                .firstName("Oleg")
                .birthDate(LocalDate.of(1990, 2, 3))
                .placeOfBirth("Tula")
                .phoneNumber("+79000000000")
                .passport(NewPassport.builder()
                        .series("4500")
                        .number("123456")
                        .issuerName("OVD")
                        .issuerCode("770-001")
                        .putMore("issueDate", "2015-01-01")
                        .build())
                .build();
    }
}
