package io.mostik.testing.tbank;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The methods that show and set limits. */
final class LimitMethods {

    private static final int MOST_CARDS = 10_000;

    private final Bank bank;

    LimitMethods(Bank bank) {
        this.bank = bank;
    }

    List<TBankMethod> secured() {
        return List.of(
                new TBankMethod("GET", "/api/v1/card/{ucid}/limits", "card/limit/get", 40, this::get, Canned.LIMITS),
                setter("/api/v1/card/{ucid}/spend-limit", LimitKind.SPEND),
                setter("/api/v1/card/{ucid}/cash-limit", LimitKind.CASH),
                new TBankMethod(
                        "PUT", "/api/v3/card/limits/set_batch", "card/limit/set", 10, this::batch, Canned.BATCH));
    }

    private Supplier<Answer> get(RecordedRequest request, Map<String, String> path) {
        long ucid = Contract.ucid(path.getOrDefault("ucid", ""));
        return () -> {
            TBankCard card = bank.asked(ucid, file -> file.at(bank.today()));
            Map<String, Object> limits = new LinkedHashMap<>();
            limits.put("ucid", ucid);
            limits.put("spendLimit", wire(card.spendLimit()));
            limits.put("cashLimit", wire(card.cashLimit()));
            return Answer.json(200, limits);
        };
    }

    private TBankMethod setter(String path, LimitKind kind) {
        return new TBankMethod(
                "POST", path, "card/limit/set", 10, (request, variables) -> set(request, variables, kind), Canned.OK);
    }

    private Supplier<Answer> set(RecordedRequest request, Map<String, String> path, LimitKind kind) {
        long ucid = Contract.ucid(path.getOrDefault("ucid", ""));
        NewLimit limit = Contract.limit(Contract.body(request), false);
        return () -> {
            bank.asked(ucid, card -> card.ucid);
            bank.setLimit(ucid, kind, limit).ifPresent(why -> {
                throw Refusals.unprocessable(why);
            });
            return Answer.empty(200);
        };
    }

    private Supplier<Answer> batch(RecordedRequest request, Map<String, String> path) {
        JsonNode limits = Contract.body(request).path("limits");
        if (!limits.isArray() || limits.size() > MOST_CARDS) {
            throw Refusals.invalid("limits", "expected an array of at most " + MOST_CARDS + " items");
        }
        List<Item> items = new ArrayList<>();
        limits.forEach(item -> items.add(item(item)));
        return () -> Answer.json(
                200, Map.of("limits", items.stream().map(this::apply).toList()));
    }

    private static Item item(JsonNode node) {
        Map<LimitKind, NewLimit> limits = new EnumMap<>(LimitKind.class);
        for (LimitKind kind : LimitKind.values()) {
            if (node.has(kind.word())) {
                limits.put(kind, Contract.limit(node.path(kind.word()), true));
            }
        }
        return new Item(Contract.ucid(node.path("ucid")), limits);
    }

    private Map<String, Object> apply(Item item) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ucid", item.ucid);
        item.limits.forEach((kind, limit) -> result.put(kind.word(), outcome(bank.setLimit(item.ucid, kind, limit))));
        return result;
    }

    private static Map<String, Object> outcome(Optional<String> refusal) {
        Map<String, Object> outcome = new LinkedHashMap<>();
        outcome.put("isSuccess", refusal.isEmpty());
        refusal.ifPresent(why -> outcome.put("errorMessage", why));
        return outcome;
    }

    private static Map<String, Object> wire(TBankLimit limit) {
        Map<String, Object> wire = new LinkedHashMap<>();
        wire.put("limitValue", limit.value());
        wire.put("limitRemain", limit.remain());
        wire.put("limitPeriod", limit.period().name());
        return wire;
    }

    /** What a batch wants of one card. */
    private record Item(long ucid, Map<LimitKind, NewLimit> limits) {}
}
