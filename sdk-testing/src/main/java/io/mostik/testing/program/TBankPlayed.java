package io.mostik.testing.program;

import static io.mostik.testing.program.Action.with;

import io.mostik.testing.SimulatedClock;
import io.mostik.testing.internal.JsonObject;
import io.mostik.testing.tbank.CardStatus;
import io.mostik.testing.tbank.IssueEnd;
import io.mostik.testing.tbank.LimitKind;
import io.mostik.testing.tbank.LimitPeriod;
import io.mostik.testing.tbank.TBankCard;
import io.mostik.testing.tbank.TBankLimit;
import io.mostik.testing.tbank.TBankSimulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** T-Bank. */
record TBankPlayed(TBankSimulator simulator) implements Played {

    private static final String UCID = "ucid";
    private static final Object CARD = TBankSimulator.VIRTUAL_CARD;

    TBankPlayed(int port, SimulatedClock clock) {
        this(TBankSimulator.start(port, clock));
    }

    @Override
    public Map<String, Object> addresses() {
        return with(
                "secured", simulator.securedUri(),
                "ordinary", simulator.ordinaryUri(),
                "sandbox", simulator.sandboxUri(),
                "sandboxSecured", simulator.sandboxSecuredUri());
    }

    @Override
    public Map<String, Object> keys() {
        return with(
                "token", simulator.token(),
                "sandboxToken", simulator.sandboxToken(),
                "account", TBankSimulator.ACCOUNT,
                "virtualCard", TBankSimulator.VIRTUAL_CARD,
                "plasticCard", TBankSimulator.PLASTIC_CARD);
    }

    @Override
    public List<Action> actions() {
        return List.of(
                Action.seed(
                        "card",
                        "Adds a card with zero limits",
                        with("account", TBankSimulator.ACCOUNT, "holder", "NINA ORLOVA", "virtual", true),
                        ask -> with(
                                UCID,
                                ask.flag("virtual")
                                        ? simulator.addVirtual(ask.text("account"), ask.text("holder"))
                                        : simulator.addPlastic(ask.text("account"), ask.text("holder")))),
                Action.seed(
                        "limit",
                        "Sets a limit as the bank's staff may",
                        with(UCID, CARD, "kind", "SPEND", "value", "5000.00", "period", "DAY"),
                        Action.silent(ask -> simulator.limit(
                                ask.number(UCID),
                                ask.word("kind", LimitKind.class),
                                ask.decimal("value"),
                                ask.word("period", LimitPeriod.class)))),
                Action.seed(
                        "status",
                        "Changes a card's status as the bank's staff may",
                        with(UCID, CARD, "status", "NORM", "active", true),
                        Action.silent(ask -> {
                            simulator.status(ask.number(UCID), ask.word("status", CardStatus.class));
                            simulator.active(ask.number(UCID), ask.flag("active"));
                        })),
                Action.event(
                        "pay",
                        "A card pays in a shop; subscribers are told",
                        with(UCID, CARD, "sum", "379.50", "cash", false),
                        ask -> with(
                                "decision",
                                ask.flag("cash")
                                        ? simulator.withdrawCash(ask.number(UCID), ask.decimal("sum"))
                                        : simulator.spend(ask.number(UCID), ask.decimal("sum")))),
                Action.event(
                        "tell-again",
                        "Tells subscribers of every operation once more",
                        with(),
                        Action.silent(ask -> simulator.tellAgain())),
                Action.hook(
                        "hook",
                        "Sends what subscribers are told to this address; they subscribe by POST /api/v1/webhook",
                        with("url", "http://127.0.0.1:9000/tbank"),
                        ask -> simulator.hookReceiver(ask.loopback("url"))),
                Action.habit(
                        "token",
                        "Asks for another token",
                        with("token", "t.next-token"),
                        ask -> simulator.token(ask.text("token"))),
                Action.habit(
                        "withdraw-scope",
                        "Takes an access from the token",
                        with("scope", "card/limit/set"),
                        ask -> simulator.withdrawScope(ask.text("scope"))),
                Action.habit(
                        "rate-limit",
                        "Answers 429 above the calls a second of each method",
                        with("on", true),
                        ask -> simulator.rateLimited(ask.flag("on"))),
                Action.habit(
                        "disputed-methods-on",
                        "Puts the seven methods that sources place differently on a host",
                        with("hosts", "BOTH"),
                        ask -> simulator.disputedMethodsOn(ask.word("hosts", TBankSimulator.Hosts.class))),
                Action.habit(
                        "refuse-limit",
                        "Refuses every new value of a limit",
                        with(UCID, CARD, "kind", "SPEND", "message", "Лимит не может быть изменён"),
                        ask -> simulator.refuseLimit(
                                ask.number(UCID), ask.word("kind", LimitKind.class), ask.text("message"))),
                Action.habit(
                        "fail-reissue",
                        "Lets reissues of a card end with an error",
                        with(UCID, CARD),
                        ask -> simulator.failReissue(ask.number(UCID))),
                Action.habit(
                        "plan-issue",
                        "Plans how the next application for a card ends",
                        with("end", IssueEnd.FAILED_NON_FATAL.name()),
                        ask -> simulator.planIssue(ask.word("end", IssueEnd.class))));
    }

    @Override
    public Map<String, Object> holds() {
        return with(
                "cards", simulator.cards().stream().map(TBankPlayed::row).toList(),
                "documents", simulator.attachedDocuments());
    }

    private static Map<String, Object> row(TBankCard card) {
        return new JsonObject()
                .with(UCID, card.ucid())
                .with("holder", card.embossedName())
                .with("status", card.status())
                .with("active", card.isActive())
                .with("virtual", card.isVirtual())
                .with("spendLimit", limit(card.spendLimit()))
                .with("cashLimit", limit(card.cashLimit()))
                .withAny("blockReason", card.blockReason());
    }

    private static String limit(TBankLimit limit) {
        return limit.remain().toPlainString() + " / " + limit.value().toPlainString() + " " + limit.period();
    }

    @Override
    public Object endpoints(String vendor) {
        List<List<String>> rows = new ArrayList<>();
        SimJson.read(SimJson.file("/META-INF/mostik/tbank.json"))
                .path("operations")
                .forEach(fact -> rows.add(List.of(
                        fact.path("verb").asText(),
                        fact.path("path").asText(),
                        fact.path("mark").asText())));
        return rows;
    }

    @Override
    public Sample sample() {
        return new Sample(
                "GET",
                "/api/v1/card/" + TBankSimulator.VIRTUAL_CARD + "/limits",
                Map.of("Authorization", "Bearer " + simulator.token()),
                "",
                """
                import io.mostik.bankcards.tbank.*;
                import io.mostik.bankcards.tbank.cards.Ucid;
                import io.mostik.core.Secret;

                try (TBank bank = TBank.builder()
                        .environment(Environment.of("%s", "%s"))
                        .token(Secret.of("%s"))
                        .build()) {
                    System.out.println(bank.limits().get(Ucid.of(%d)));
                }\
                """.formatted(
                                simulator.ordinaryUri(),
                                simulator.securedUri(),
                                simulator.token(),
                                TBankSimulator.VIRTUAL_CARD));
    }
}
