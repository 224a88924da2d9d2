package io.mostik.testing.tbank;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The methods that show cards and the one that blocks. */
final class CardMethods {

    private static final List<String> REASONS = List.of("LOST", "STOLEN", "BROKEN", "FRAUD", "CLIENTINITIATED");

    private final Bank bank;
    private volatile boolean totals = true;

    CardMethods(Bank bank) {
        this.bank = bank;
    }

    /** Sets whether the v3 list says how many cards there are. */
    void totals(boolean shown) {
        totals = shown;
    }

    List<TBankMethod> ordinary() {
        return List.of(
                new TBankMethod("GET", "/api/v1/card", "card/get", 10, this::list, Canned.LIST),
                new TBankMethod("GET", "/api/v1/card/{ucid}", "card/get", 10, this::one, Canned.CARD));
    }

    List<TBankMethod> secured() {
        return List.of(
                new TBankMethod("GET", "/api/v3/company/card", "card/get", 10, this::listV3, Canned.LIST_V3),
                new TBankMethod("POST", "/api/v1/card/{ucid}/block", "card/block", 5, this::block, Canned.OK));
    }

    private Supplier<Answer> list(RecordedRequest request, Map<String, String> path) {
        Optional<String> account = Contract.accountNumber(request);
        int offset = Contract.count(request, "offset", 0, Integer.MAX_VALUE);
        int limit = Contract.count(request, "limit", 1000, Integer.MAX_VALUE);
        return () -> {
            List<TBankCard> all = bank.list(account);
            Map<String, Object> page = new LinkedHashMap<>();
            page.put("offset", offset);
            page.put("limit", limit);
            page.put("totalNumber", all.size());
            List<Map<String, Object>> cards = all.stream()
                    .skip(offset)
                    .limit(limit)
                    .map(CardMethods::wire)
                    .toList();
            if (!cards.isEmpty()) {
                page.put("cards", cards);
            }
            return Answer.json(200, page);
        };
    }

    private Supplier<Answer> listV3(RecordedRequest request, Map<String, String> path) {
        Optional<String> account = Contract.accountNumber(request);
        int offset = Contract.count(request, "offset", 0, Integer.MAX_VALUE);
        int limit = Contract.count(request, "limit", 1000, 3000);
        return () -> {
            List<TBankCard> all = bank.list(account);
            Map<String, Object> page = new LinkedHashMap<>();
            page.put(
                    "cards",
                    all.stream()
                            .skip(offset)
                            .limit(limit)
                            .map(CardMethods::wireV3)
                            .toList());
            page.put("offset", offset);
            page.put("limit", limit);
            if (totals) {
                page.put("total", all.size());
            }
            return Answer.json(200, page);
        };
    }

    private Supplier<Answer> one(RecordedRequest request, Map<String, String> path) {
        long ucid = Contract.ucid(path.getOrDefault("ucid", ""));
        return () -> Answer.json(200, wire(bank.asked(ucid, card -> card.at(bank.today()))));
    }

    private Supplier<Answer> block(RecordedRequest request, Map<String, String> path) {
        long ucid = Contract.ucid(path.getOrDefault("ucid", ""));
        JsonNode body = Contract.body(request);
        String reason = body.path("reason").asText();
        if (!body.path("reason").isTextual() || !REASONS.contains(reason)) {
            throw Refusals.invalid("reason", "expected one of " + REASONS);
        }
        if (body.has("comment") && !body.path("comment").isTextual()) {
            throw Refusals.invalid("comment", "expected a string");
        }
        Optional<String> comment = Optional.ofNullable(body.path("comment").textValue());
        return () -> bank.asked(ucid, card -> {
            if (card.status == CardStatus.CLOSED) {
                throw Refusals.unprocessable("Карта закрыта");
            }
            card.block(reason, comment);
            return Answer.empty(200);
        });
    }

    private static Map<String, Object> wire(TBankCard card) {
        Map<String, Object> wire = new LinkedHashMap<>();
        wire.put("ucid", card.ucid());
        wire.put("accountNumber", card.accountNumber());
        wire.put("cardBin", card.cardBin());
        wire.put("cardLastFourDigits", card.cardLastFourDigits());
        wire.put("isActive", card.isActive());
        wire.put("status", card.status().name());
        wire.put("embossedName", card.embossedName());
        return wire;
    }

    private static Map<String, Object> wireV3(TBankCard card) {
        Map<String, Object> wire = wire(card);
        wire.put("isVirtual", card.isVirtual());
        return wire;
    }
}
