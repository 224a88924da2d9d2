package io.mostik.testing.salesautopilot;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.Answer;
import io.mostik.testing.internal.Endpoints;
import io.mostik.testing.internal.JsonObject;
import io.mostik.testing.internal.RequestReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sending letters that have a timing, and telling what was sent. The shape of the statistics is made up here. */
record LetterCalls(Account account) {

    /** A letter's timing on a list. */
    record Timing(long send, long letter, ContactList list, String name) {}

    record Sent(Timing timing, long contact, String at) {

        Map<String, Object> wire() {
            return new JsonObject()
                    .with("contactid", Long.toString(contact))
                    .with("event", "sent")
                    .with("time", at);
        }
    }

    void addTo(Endpoints<RequestReader> endpoints) {
        endpoints
                .post("/sendmail", this::send)
                .get("/sentemailids/{start}/{end}", this::sentIds)
                .get(
                        "/sendlogsummary/{letter}",
                        ask -> Answer.textPlainJson(200, Map.of("sent", Integer.toString(of(ask).size()))))
                .get(
                        "/sendloglist/{letter}",
                        ask -> account.replies.many(
                                of(ask).stream().map(Sent::wire).toList()));
    }

    private Answer send(RequestReader ask) {
        List<Runnable> letters = new ArrayList<>();
        for (JsonNode mailing : ask.array()) {
            Timing timing =
                    account.timings.get(Parameters.number(mailing, "send_id").longValue());
            Contact contact = timing.list()
                    .contacts
                    .find(Parameters.number(mailing, "contactid").longValue())
                    .orElseThrow(() -> Dialect.wrongParameters("unknown contactid"));
            letters.add(() -> send(timing, contact));
        }
        letters.forEach(Runnable::run);
        return account.replies.scalar(letters.size());
    }

    private void send(Timing timing, Contact contact) {
        account.sent.add(new Sent(timing, contact.id(), account.now()));
        JsonObject letter = new JsonObject()
                .with("email_id", Long.toString(timing.letter()))
                .with("letter_name", timing.name())
                .with("send_id", Long.toString(timing.send()))
                .with("subject", timing.name());
        account.events.add(timing.list(), contact, "email_sent", letter);
    }

    private Answer sentIds(RequestReader ask) {
        String start = day(ask, "start");
        String end = day(ask, "end");
        Set<String> letters = new LinkedHashSet<>();
        for (Sent each : account.sent) {
            String day = each.at.substring(0, 10).replace("-", "");
            if (day.compareTo(start) >= 0 && day.compareTo(end) <= 0) {
                letters.add(Long.toString(each.timing.letter()));
            }
        }
        return Answer.textPlainJson(200, letters);
    }

    private List<Sent> of(RequestReader ask) {
        long letter = ask.id("letter");
        return account.sent.stream()
                .filter(each -> each.timing.letter() == letter)
                .toList();
    }

    /** Reads a day as documented, and as a client in public writes it, with hyphens. */
    private static String day(RequestReader ask, String name) {
        String day = ask.path(name).replace("-", "");
        ask.require(name, day.matches("\\d{8}"));
        return day;
    }
}
