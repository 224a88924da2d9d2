package io.mostik.testing.vcclive;

import io.mostik.testing.Answer;
import io.mostik.testing.internal.Endpoints;
import io.mostik.testing.internal.RequestReader;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The log of e-mails, and the statistics: rows that a test puts there, as JSON or as a table. */
record LogApi(VccAccount account) {

    private static final int EMAIL_PAGE = 10;
    private static final int STATE_CAP = 100_000;
    static final Map<String, String> DIMENSIONS =
            Map.of("inbound", "project|queue|date", "userbased", "project|user|date|time", "userstate", "");
    private static final String EMAILS = VccApi.BASE + "/projects/{projectid}/emails/{yyyy}/{MM}";

    void addTo(Endpoints<RequestReader> endpoints) {
        endpoints.get(EMAILS, this::emails).get(EMAILS + "/{dd}", this::emails);
        DIMENSIONS
                .keySet()
                .forEach(name -> endpoints.get(VccApi.BASE + "/statistics/" + name, ask -> statistics(name, ask)));
    }

    private Answer emails(RequestReader ask) {
        long projectId = account.project(ask).id();
        String start = ask.path("yyyy") + "-" + ask.path("MM") + (ask.hasPath("dd") ? "-" + ask.path("dd") : "");
        Comparator<VccEmail> order = Comparator.comparing(VccEmail::receivedAt);
        List<VccEmail> all = account.emails.getOrDefault(projectId, List.of()).stream()
                .filter(email -> VccTime.local(email.receivedAt()).startsWith(start))
                .sorted(ask.query("direction").orElse("ASC").equals("DESC") ? order.reversed() : order)
                .toList();
        return VccEnvelope.ok(Map.of(
                "rows",
                        page(ask, all, EMAIL_PAGE).stream()
                                .map(VccEmail::describe)
                                .toList(),
                "totalCount", all.size()));
    }

    private Answer statistics(String name, RequestReader ask) {
        for (String day : List.of("from", "to")) {
            if (!ask.query(day).orElse("").matches("\\d{8}")) {
                throw ask.query(day).isEmpty() ? VccRefusal.missing(day) : VccRefusal.bad(day);
            }
        }
        checkDimensions(DIMENSIONS.getOrDefault(name, ""), ask);
        List<Map<String, Object>> rows = account.statistics.getOrDefault(name, List.of());
        if (name.equals("userstate")) {
            long start = VccApi.number(ask.query("start")).orElse(0L);
            if (start > 0 && start >= rows.size()) {
                throw VccRefusal.notFound();
            }
            rows = page(ask, rows, STATE_CAP);
        }
        return switch (ask.query("of").orElse("json")) {
            case "json" -> VccEnvelope.ok(rows);
            case "csv", "cvs" -> Answer.text(200, table(rows, ","));
            case "tab" -> Answer.text(200, table(rows, "\t"));
            default -> throw VccRefusal.bad("of");
        };
    }

    private static void checkDimensions(String known, RequestReader ask) {
        String sent = ask.query("dimensions").orElse("");
        if (!known.isEmpty() && sent.isEmpty()) {
            throw VccRefusal.missing("dimensions");
        }
        if (!known.isEmpty() && !sent.matches("(" + known + ")(,(" + known + "))*")) {
            throw VccRefusal.bad("dimensions");
        }
    }

    private static <T> List<T> page(RequestReader ask, List<T> all, long size) {
        return all.stream()
                .skip(VccApi.number(ask.query("start")).orElse(0L))
                .limit(Math.min(STATE_CAP, VccApi.number(ask.query("num")).orElse(size)))
                .toList();
    }

    /** A line of names, then a line for each row. */
    private static String table(List<Map<String, Object>> rows, String separator) {
        Set<String> names = new LinkedHashSet<>();
        rows.forEach(row -> names.addAll(row.keySet()));
        StringBuilder table = new StringBuilder(String.join(separator, names));
        for (Map<String, Object> row : rows) {
            table.append('\n')
                    .append(names.stream()
                            .map(name -> String.valueOf(row.getOrDefault(name, "")))
                            .collect(Collectors.joining(separator)));
        }
        return table.append('\n').toString();
    }
}
