package io.mostik.examples.onec;

import io.mostik.testing.onec.OnecBaseSimulator;
import io.mostik.testing.tbank.TBankSimulator;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a 1C base asks about one card, one document after the other: who holds it, two orders, his dismissal. A document is
 * sent again, under the same GUID, until its end is told. Every second dismissal is not sent but stands in the base.
 */
final class CardLife {

    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    private final List<Document> documents = new ArrayList<>();
    private final long card;
    private final String employee;
    private final boolean leavesSilently;
    private Optional<String> published = Optional.empty();
    private int next;

    CardLife(long card, int number) {
        this.card = card;
        this.employee = "employee " + number;
        this.leavesSilently = number % 2 == 1;
        add("/holders", Map.of("employee", employee));
        add("/limits", Map.of("order", "first of " + number, "sum", new BigDecimal(number + 100 + ".25")));
        add("/limits/close", Map.of("order", "first of " + number));
        add("/limits", Map.of("order", "second of " + number, "sum", new BigDecimal(number + 100 + ".75")));
        if (!leavesSilently) {
            add("/dismissals", Map.of("employee", employee));
        }
    }

    /** One request of 1C, and what is known of it. */
    static final class Document {

        final String path;
        final Map<String, Object> fields = new LinkedHashMap<>();
        boolean acknowledged;
        String end = "";

        Document(String path) {
            this.path = path;
        }

        String guid() {
            return String.valueOf(fields.get("document"));
        }

        /** Returns card and sum as the test counts them at the bank. */
        String grant() {
            return fields.get("card") + " " + fields.get("sum");
        }

        /** Sends it; returns whether its end is told, which must not differ from one told before. */
        boolean send(OnecCaller caller) throws IOException, InterruptedException {
            OnecCaller.Answer answer = caller.post(path, fields);
            acknowledged = true;
            if (!answer.isFinal()) {
                return false;
            }
            String told = answer.status() + " " + answer.text("state") + " " + answer.text("event") + " "
                    + answer.text("message");
            if (!end.isEmpty() && !end.equals(told)) {
                throw new AssertionError("told '" + end + "' first, and now '" + told + "'");
            }
            end = told;
            return true;
        }
    }

    /** Goes on until an end is not told; returns whether all are. Of some dismissals the bridge has to learn by itself. */
    boolean goOn(OnecCaller caller, TBankSimulator bank, OnecBaseSimulator base)
            throws IOException, InterruptedException {
        while (next < documents.size()) {
            if (!documents.get(next).send(caller)) {
                return false;
            }
            spend(bank);
            next++;
        }
        if (leavesSilently && published.isEmpty()) {
            published = Optional.of(base.dismiss(employee, LocalDate.now(ZONE)));
        }
        return true;
    }

    /** Pays something if the limit allows, so that a limit set twice shows as money granted twice. */
    void spend(TBankSimulator bank) {
        bank.spend(card, BigDecimal.ONE);
    }

    /** Returns the GUIDs of what the bridge has promised, or has to find. */
    List<String> promised() {
        return Stream.concat(
                        documents.stream()
                                .filter(document -> document.acknowledged)
                                .map(Document::guid),
                        published.stream())
                .toList();
    }

    long card() {
        return card;
    }

    List<Document> documents() {
        return documents;
    }

    /** Returns the document whose end is awaited. */
    Optional<Document> current() {
        return documents.stream().skip(next).findFirst();
    }

    private void add(String path, Map<String, ?> fields) {
        Document document = new Document(path);
        document.fields.put("document", UUID.randomUUID().toString());
        document.fields.put("card", Long.toString(card));
        document.fields.putAll(fields);
        documents.add(document);
    }
}
