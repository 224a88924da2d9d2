package io.mostik.testing.tbank;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.Answer;
import io.mostik.testing.internal.JsonObject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The methods that show and set limits. */
record LimitMethods(Bank bank) {

    private static final int MOST_CARDS = 10_000;

    List<TBankMethod> secured() {
        return List.of(
                new TBankMethod("GET", "/api/v1/card/{ucid}/limits", "card/limit/get", 40, this::get, Canned.LIMITS),
                setter("/api/v1/card/{ucid}/spend-limit", LimitKind.SPEND),
                setter("/api/v1/card/{ucid}/cash-limit", LimitKind.CASH),
                new TBankMethod(
                        "PUT", "/api/v3/card/limits/set_batch", "card/limit/set", 10, this::batch, Canned.BATCH));
    }

    private Supplier<Answer> get(TBankRequest ask) {
        long ucid = ask.ucid();
        return () -> {
            TBankCard card = bank.asked(ucid, file -> file.at(bank.today()));
            JsonObject limits = new JsonObject()
                    .with("ucid", ucid)
                    .with("spendLimit", wire(card.spendLimit()))
                    .with("cashLimit", wire(card.cashLimit()));
            return Answer.json(200, limits);
        };
    }

    private TBankMethod setter(String path, LimitKind kind) {
        return new TBankMethod("POST", path, "card/limit/set", 10, ask -> set(ask, kind), Canned.OK);
    }

    private Supplier<Answer> set(TBankRequest ask, LimitKind kind) {
        long ucid = ask.ucid();
        NewLimit limit = ask.limit(ask.object(), false);
        return () -> {
            bank.asked(ucid, card -> card.ucid);
            bank.setLimit(ucid, kind, limit).ifPresent(why -> {
                throw Dialect.unprocessable(why);
            });
            return Answer.empty(200);
        };
    }

    private Supplier<Answer> batch(TBankRequest ask) {
        JsonNode limits = ask.object().path("limits");
        if (!limits.isArray() || limits.size() > MOST_CARDS) {
            throw Dialect.BANK.invalid("limits", "expected an array of at most " + MOST_CARDS + " items");
        }
        List<Item> items = new ArrayList<>();
        limits.forEach(item -> items.add(item(ask, item)));
        return () -> Answer.json(
                200, Map.of("limits", items.stream().map(this::apply).toList()));
    }

    private static Item item(TBankRequest ask, JsonNode node) {
        Map<LimitKind, NewLimit> limits = new EnumMap<>(LimitKind.class);
        for (LimitKind kind : LimitKind.values()) {
            if (node.has(kind.word())) {
                limits.put(kind, ask.limit(node.path(kind.word()), true));
            }
        }
        return new Item(ask.ucid(node.path("ucid")), limits);
    }

    private Map<String, Object> apply(Item item) {
        JsonObject result = new JsonObject().with("ucid", item.ucid);
        item.limits.forEach((kind, limit) -> result.put(kind.word(), outcome(bank.setLimit(item.ucid, kind, limit))));
        return result;
    }

    private static Map<String, Object> outcome(Optional<String> refusal) {
        return new JsonObject().with("isSuccess", refusal.isEmpty()).withAny("errorMessage", refusal);
    }

    private static Map<String, Object> wire(TBankLimit limit) {
        return new JsonObject()
                .with("limitValue", limit.value())
                .with("limitRemain", limit.remain())
                .with("limitPeriod", limit.period().name());
    }

    /** What a batch wants of one card. */
    private record Item(long ucid, Map<LimitKind, NewLimit> limits) {}
}
