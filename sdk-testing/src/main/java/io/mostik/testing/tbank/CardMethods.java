package io.mostik.testing.tbank;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.Answer;
import io.mostik.testing.internal.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The methods that show cards and the one that blocks. */
record CardMethods(Bank bank) {

    private static final List<String> REASONS = List.of("LOST", "STOLEN", "BROKEN", "FRAUD", "CLIENTINITIATED");

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

    private Supplier<Answer> list(TBankRequest ask) {
        Optional<String> account = ask.accountNumber();
        int offset = ask.count("offset", 0, Integer.MAX_VALUE);
        int limit = ask.count("limit", 1000, Integer.MAX_VALUE);
        return () -> {
            List<TBankCard> all = bank.list(account);
            JsonObject page =
                    new JsonObject().with("offset", offset).with("limit", limit).with("totalNumber", all.size());
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

    private Supplier<Answer> listV3(TBankRequest ask) {
        Optional<String> account = ask.accountNumber();
        int offset = ask.count("offset", 0, Integer.MAX_VALUE);
        int limit = ask.count("limit", 1000, 3000);
        return () -> {
            List<TBankCard> all = bank.list(account);
            JsonObject page = new JsonObject()
                    .with(
                            "cards",
                            all.stream()
                                    .skip(offset)
                                    .limit(limit)
                                    .map(CardMethods::wireV3)
                                    .toList())
                    .with("offset", offset)
                    .with("limit", limit);
            if (bank.showTotals) {
                page.put("total", all.size());
            }
            return Answer.json(200, page);
        };
    }

    private Supplier<Answer> one(TBankRequest ask) {
        long ucid = ask.ucid();
        return () -> Answer.json(200, wire(bank.asked(ucid, card -> card.at(bank.today()))));
    }

    private Supplier<Answer> block(TBankRequest ask) {
        long ucid = ask.ucid();
        JsonNode body = ask.object();
        String reason = body.path("reason").asText();
        boolean known = body.path("reason").isTextual() && REASONS.contains(reason);
        ask.require("reason", known, "expected one of " + REASONS);
        ask.require("comment", !body.has("comment") || body.path("comment").isTextual(), "expected a string");
        Optional<String> comment = Optional.ofNullable(body.path("comment").textValue());
        return () -> bank.asked(ucid, card -> {
            if (card.status == CardStatus.CLOSED) {
                throw Dialect.unprocessable("Карта закрыта");
            }
            card.block(reason, comment);
            return Answer.empty(200);
        });
    }

    private static Map<String, Object> wire(TBankCard card) {
        return new JsonObject()
                .with("ucid", card.ucid())
                .with("accountNumber", card.accountNumber())
                .with("cardBin", card.cardBin())
                .with("cardLastFourDigits", card.cardLastFourDigits())
                .with("isActive", card.isActive())
                .with("status", card.status().name())
                .with("embossedName", card.embossedName());
    }

    private static Map<String, Object> wireV3(TBankCard card) {
        Map<String, Object> wire = wire(card);
        wire.put("isVirtual", card.isVirtual());
        return wire;
    }
}
