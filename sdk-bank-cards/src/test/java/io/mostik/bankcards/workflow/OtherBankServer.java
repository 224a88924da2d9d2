package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.cards.CardStatus;
import io.mostik.bankcards.tbank.limits.LimitPeriod;
import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.Routes;
import io.mostik.testing.Simulator;
import io.mostik.testing.SimulatorServer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A bank that there is not, with what other banks have and T-Bank has not: a limit is a document that somebody signs at the
 * bank (as at Sber), a block can be taken back (as at Raiffeisen), requisites are shown on a page only (as at Qonto). It has
 * no cash limits, no batches, no reissue and no statement by card. Its paths are of this test's making. Thread-safe.
 */
final class OtherBankServer implements Simulator {

    private final Map<Long, Plastic> cards = new LinkedHashMap<>();
    private final List<Document> documents = new ArrayList<>();
    private final SimulatorServer server;
    private final boolean signs;

    /** Starts with cards of these ids. */
    OtherBankServer(boolean signs, long... ids) {
        this.signs = signs;
        for (long id : ids) {
            cards.put(id, new Plastic());
        }
        this.server = SimulatorServer.start(new Routes()
                .on(
                        "GET",
                        "/cards",
                        (request, path) -> Answer.json(
                                200,
                                Map.of(
                                        "cards",
                                        cards.keySet().stream().map(this::card).toList())))
                .on("GET", "/cards/{id}", (request, path) -> Answer.json(200, card(id(path))))
                .on("GET", "/cards/{id}/limit", (request, path) -> Answer.json(200, limit(id(path))))
                .on("POST", "/cards/{id}/limit", (request, path) -> Answer.json(200, set(id(path), request)))
                .on(
                        "GET",
                        "/cards/{id}/page",
                        (request, path) ->
                                Answer.json(200, Map.of("page", "https://other-bank.example/cards/" + path.get("id"))))
                .on("POST", "/cards/{id}/block", (request, path) -> status(id(path), CardStatus.BLOCKED))
                .on("POST", "/cards/{id}/unblock", (request, path) -> status(id(path), CardStatus.NORM))
                .on(
                        "GET",
                        "/documents/{id}",
                        (request, path) -> Answer.json(200, document(documents.get((int) id(path))))));
    }

    /** A card of the bank's books. */
    private static final class Plastic {
        BigDecimal value = new BigDecimal("5000");
        BigDecimal left = new BigDecimal("5000");
        String period = LimitPeriod.DAY.value();
        String status = CardStatus.NORM.value();
        BigDecimal granted = BigDecimal.ZERO;
    }

    /** A limit that waits for a signature, or has waited. */
    private static final class Document {
        final long card;
        final BigDecimal value;
        final String period;
        String state = "DRAFT";

        Document(long card, BigDecimal value, String period) {
            this.card = card;
            this.value = value;
            this.period = period;
        }
    }

    @Override
    public SimulatorServer server() {
        return server;
    }

    /** Signs every document that waits: their limits are in force. */
    synchronized void signAll() {
        for (Document document : documents) {
            if (document.state.equals("DRAFT")) {
                document.state = "EXECUTED";
                inForce(document.card, document.value, document.period);
            }
        }
    }

    /** Refuses to sign any document that waits. */
    synchronized void rejectAll() {
        documents.stream().filter(one -> one.state.equals("DRAFT")).forEach(one -> one.state = "REJECTED");
    }

    synchronized int documents() {
        return documents.size();
    }

    synchronized void spend(long card, BigDecimal sum) {
        cards.get(card).left = cards.get(card).left.subtract(sum);
    }

    synchronized BigDecimal left(long card) {
        return cards.get(card).left;
    }

    /** Returns all one-time limits that a card ever got. */
    synchronized BigDecimal granted(long card) {
        return cards.get(card).granted;
    }

    synchronized String status(long card) {
        return cards.get(card).status;
    }

    private synchronized Map<String, Object> card(long id) {
        return Map.of("id", id, "account", "40702810900000000001", "status", cards.get(id).status, "holder", "A B");
    }

    private synchronized Map<String, Object> limit(long id) {
        Plastic card = cards.get(id);
        boolean isWaiting = documents.stream().anyMatch(one -> one.card == id && one.state.equals("DRAFT"));
        return Map.of("value", card.value, "left", card.left, "period", card.period, "waiting", isWaiting);
    }

    private synchronized Map<String, Object> set(long id, RecordedRequest request) {
        BigDecimal value = request.json().get("value").decimalValue();
        String period = request.json().get("period").asText();
        if (!signs) {
            inForce(id, value, period);
            return Map.of("state", "EXECUTED");
        }
        documents.add(new Document(id, value, period));
        return Map.of("state", "DRAFT", "document", String.valueOf(documents.size() - 1));
    }

    private synchronized void inForce(long id, BigDecimal value, String period) {
        Plastic card = cards.get(id);
        card.value = value;
        card.left = value;
        card.period = period;
        if (period.equals(LimitPeriod.IRREGULAR.value())) {
            card.granted = card.granted.add(value);
        }
    }

    private synchronized Answer status(long id, CardStatus status) {
        cards.get(id).status = status.value();
        return Answer.empty(204);
    }

    private synchronized Map<String, Object> document(Document document) {
        return Map.of("state", document.state);
    }

    private static long id(Map<String, String> path) {
        return Long.parseLong(path.getOrDefault("id", ""));
    }
}
