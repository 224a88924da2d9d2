package io.mostik.testing.salesautopilot;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.Routes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sending letters that have a timing, and telling what was sent. The shape of the statistics is made up here. */
final class LetterCalls {

    private final Account account;
    private final Replies replies;
    private final Map<Long, Timing> timings = new HashMap<>();
    private final List<Sent> sent = new ArrayList<>();

    /** A letter's timing on a list. */
    record Timing(long send, long letter, ContactList list, String name) {}

    private record Sent(Timing timing, long contact, String at) {}

    LetterCalls(Account account, Replies replies) {
        this.account = account;
        this.replies = replies;
    }

    void addTo(Routes routes) {
        routes.on("POST", "/sendmail", this::send)
                .on("GET", "/sentemailids/{start}/{end}", this::sentIds)
                .on(
                        "GET",
                        "/sendlogsummary/{letter}",
                        (request, path) -> Answer.textPlainJson(200, Map.of("sent", Integer.toString(of(path).size()))))
                .on("GET", "/sendloglist/{letter}", this::log);
    }

    void add(Timing timing) {
        timings.put(timing.send(), timing);
    }

    int count(long send, long contact) {
        return (int) sent.stream()
                .filter(each -> each.timing.send() == send && each.contact == contact)
                .count();
    }

    private Answer send(RecordedRequest request, Map<String, String> path) {
        List<Runnable> letters = new ArrayList<>();
        for (JsonNode mailing : Parameters.array(request)) {
            Timing timing = timings.get(Parameters.number(mailing, "send_id").longValue());
            if (timing == null) {
                throw Refusals.wrongParameters("unknown send_id");
            }
            Contact contact = timing.list()
                    .contact(Parameters.number(mailing, "contactid").longValue())
                    .orElseThrow(() -> Refusals.wrongParameters("unknown contactid"));
            letters.add(() -> send(timing, contact));
        }
        letters.forEach(Runnable::run);
        return replies.scalar(letters.size());
    }

    private void send(Timing timing, Contact contact) {
        sent.add(new Sent(timing, contact.id(), account.now()));
        Map<String, Object> letter = new LinkedHashMap<>();
        letter.put("email_id", Long.toString(timing.letter()));
        letter.put("letter_name", timing.name());
        letter.put("send_id", Long.toString(timing.send()));
        letter.put("subject", timing.name());
        account.events().add(timing.list(), contact, "email_sent", letter);
    }

    private Answer sentIds(RecordedRequest request, Map<String, String> path) {
        String start = day(path, "start");
        String end = day(path, "end");
        Set<String> letters = new LinkedHashSet<>();
        for (Sent each : sent) {
            String day = each.at.substring(0, 10).replace("-", "");
            if (day.compareTo(start) >= 0 && day.compareTo(end) <= 0) {
                letters.add(Long.toString(each.timing.letter()));
            }
        }
        return Answer.textPlainJson(200, letters);
    }

    private Answer log(RecordedRequest request, Map<String, String> path) {
        return replies.many(of(path).stream()
                .map(each -> {
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("contactid", Long.toString(each.contact));
                    row.put("event", "sent");
                    row.put("time", each.at);
                    return row;
                })
                .toList());
    }

    private List<Sent> of(Map<String, String> path) {
        long letter = Parameters.id(path, "letter");
        return sent.stream().filter(each -> each.timing.letter() == letter).toList();
    }

    private static String day(Map<String, String> path, String name) {
        String day = path.getOrDefault(name, "");
        if (!day.matches("\\d{8}")) {
            throw Refusals.wrongParameters(name);
        }
        return day;
    }
}
