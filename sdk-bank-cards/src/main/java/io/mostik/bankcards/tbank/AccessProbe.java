package io.mostik.bankcards.tbank;

import io.mostik.bankcards.tbank.AccessReport.Line;
import io.mostik.bankcards.tbank.AccessReport.Result;
import io.mostik.bankcards.tbank.cards.Card;
import io.mostik.bankcards.tbank.cards.CardQuery;
import io.mostik.bankcards.tbank.internal.BankClient;
import io.mostik.bankcards.tbank.operations.StatementQuery;
import io.mostik.core.ApiException;
import io.mostik.core.Phase;
import io.mostik.core.SdkException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tries out hosts and accesses by calls that only read. Used once. */
final class AccessProbe {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final TBank bank;
    private final BankClient client;
    private final List<Line> lines = new ArrayList<>();

    AccessProbe(TBank bank, BankClient client) {
        this.bank = bank;
        this.client = client;
    }

    AccessReport run() {
        attempt("company.get", "", () -> bank.company().get());
        attempt("accounts.list", "bank-accounts/get", () -> bank.accounts().list());
        List<Card> found = new ArrayList<>();
        CardQuery one = CardQuery.builder().pageSize(1).build();
        attempt(
                "cards.list",
                "card/get",
                () -> found.addAll(bank.cards().list(one).stream().limit(1).toList()));
        attempt(
                "cards.listDetailed",
                "card/get",
                () -> bank.cards().listDetailed(one).stream().findFirst());
        Optional<Card> card = found.stream().findFirst();
        ofCard(
                "operations.statement",
                "",
                card,
                known -> bank.operations().statement(lastMinute(known)).stream().findFirst());
        ofCard("limits.get", "card/limit/get", card, known -> bank.limits().get(known.ucid()));
        attempt(
                "virtualCards.applications",
                "card/virtual/issue/for-employee",
                () -> bank.virtualCards().applications().stream().findFirst());
        job();
        untried("limits.setSpend", "card/limit/set");
        untried("cards.block", "card/block");
        untried("virtualCards.requisites", "card/virtual/requisites");
        return new AccessReport(lines, client.certificateEnd());
    }

    /** A call that only reads. */
    private interface Read {
        Object call();
    }

    /** A call about a card. */
    private interface ReadOfCard {
        Object call(Card card);
    }

    private void attempt(String operation, String scope, Read read) {
        try {
            Object unused = read.call();
            add(operation, scope, Result.WORKS, "");
        } catch (SdkException e) {
            add(operation, scope, result(e), String.valueOf(e.getMessage()));
        }
    }

    private void ofCard(String operation, String scope, Optional<Card> card, ReadOfCard read) {
        card.ifPresentOrElse(
                known -> attempt(operation, scope, () -> read.call(known)),
                () -> add(operation, scope, Result.NOT_TRIED, "there is no card to ask about"));
    }

    /** The bank knows no job of this id; whoever may not ask for jobs is told so first. */
    private void job() {
        String operation = "virtualCards.reissueResult";
        String scope = "card/virtual/reissue";
        try {
            Object unused = bank.virtualCards().reissueResult(UUID.randomUUID().toString());
            add(operation, scope, Result.WORKS, "");
        } catch (SdkException e) {
            Result result = result(e);
            boolean isAnswer = result == Result.FAILED && e instanceof ApiException refused && refused.status() < 500;
            add(operation, scope, isAnswer ? Result.WORKS : result, isAnswer ? "" : String.valueOf(e.getMessage()));
        }
    }

    private void untried(String operation, String scope) {
        add(operation, scope, Result.NOT_TRIED, "a call would act, or show the number of a card");
    }

    private void add(String operation, String scope, Result result, String detail) {
        lines.add(new Line(operation, client.hostOf(operation), scope, result, detail));
    }

    private static Result result(SdkException failure) {
        if (failure.phase() == Phase.TLS) {
            return Result.NO_CERTIFICATE;
        }
        if (!(failure instanceof ApiException refused)) {
            return Result.FAILED;
        }
        return switch (refused.status()) {
            case UNAUTHORIZED -> Result.TOKEN_REFUSED;
            case FORBIDDEN -> Result.ACCESS_REFUSED;
            case NOT_FOUND -> refused.code().isEmpty() ? Result.NOT_THERE : Result.FAILED;
            default -> Result.FAILED;
        };
    }

    private StatementQuery lastMinute(Card card) {
        return StatementQuery.builder()
                .accountNumber(card.accountNumber())
                .since(client.time().now().minus(A_MINUTE))
                .pageSize(1)
                .build();
    }
}
