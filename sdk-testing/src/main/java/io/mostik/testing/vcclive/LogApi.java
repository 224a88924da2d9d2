package io.mostik.testing.vcclive;

import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.Routes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The log of e-mails, and the statistics: rows that a test puts there, as JSON or as a table. */
final class LogApi {

    private static final int EMAIL_PAGE = 10;
    private static final int STATE_CAP = 100_000;
    private static final Map<String, String> DIMENSIONS =
            Map.of("inbound", "project|queue|date", "userbased", "project|user|date|time", "userstate", "");
    private static final String EMAILS = VccApi.BASE + "/projects/{projectid}/emails/{yyyy}/{MM}";

    private final VccAccount account;
    private final Map<Long, List<VccEmail>> emails = new LinkedHashMap<>();
    private final Map<String, List<Map<String, Object>>> statistics = new LinkedHashMap<>();

    LogApi(VccAccount account) {
        this.account = account;
    }

    void addTo(Routes routes) {
        routes.on("GET", EMAILS, this::emails).on("GET", EMAILS + "/{dd}", this::emails);
        DIMENSIONS
                .keySet()
                .forEach(name -> routes.on(
                        "GET", VccApi.BASE + "/statistics/" + name, (request, path) -> statistics(name, request)));
    }

    void add(long projectId, VccEmail email) {
        emails.computeIfAbsent(projectId, unused -> new ArrayList<>()).add(email);
    }

    void add(String name, Map<String, ?> row) {
        if (!DIMENSIONS.containsKey(name)) {
            throw new IllegalArgumentException("No statistics of this name: " + name);
        }
        statistics.computeIfAbsent(name, unused -> new ArrayList<>()).add(new LinkedHashMap<>(row));
    }

    private Answer emails(RecordedRequest request, Map<String, String> path) {
        Optional<Long> projectId = VccApi.id(path, "projectid");
        if (projectId.flatMap(account::project).isEmpty()) {
            return VccApi.notFound();
        }
        String start = path.get("yyyy") + "-" + path.get("MM") + (path.containsKey("dd") ? "-" + path.get("dd") : "");
        Comparator<VccEmail> order = Comparator.comparing(VccEmail::receivedAt);
        List<VccEmail> all = emails.getOrDefault(projectId.get(), List.of()).stream()
                .filter(email -> VccTime.local(email.receivedAt()).startsWith(start))
                .sorted(request.query("direction").orElse("ASC").equals("DESC") ? order.reversed() : order)
                .toList();
        return VccEnvelope.ok(Map.of(
                "rows",
                        page(request, all, EMAIL_PAGE).stream()
                                .map(VccEmail::describe)
                                .toList(),
                "totalCount", all.size()));
    }

    private Answer statistics(String name, RecordedRequest request) {
        for (String day : List.of("from", "to")) {
            if (!request.query(day).orElse("").matches("\\d{8}")) {
                throw request.query(day).isEmpty() ? VccRefusal.missing(day) : VccRefusal.bad(day);
            }
        }
        checkDimensions(DIMENSIONS.getOrDefault(name, ""), request);
        List<Map<String, Object>> rows = statistics.getOrDefault(name, List.of());
        if (name.equals("userstate")) {
            long start = VccApi.number(request.query("start")).orElse(0L);
            if (start > 0 && start >= rows.size()) {
                return VccApi.notFound();
            }
            rows = page(request, rows, STATE_CAP);
        }
        return switch (request.query("of").orElse("json")) {
            case "json" -> VccEnvelope.ok(rows);
            case "csv", "cvs" -> Answer.text(200, table(rows, ","));
            case "tab" -> Answer.text(200, table(rows, "\t"));
            default -> throw VccRefusal.bad("of");
        };
    }

    private static void checkDimensions(String known, RecordedRequest request) {
        String sent = request.query("dimensions").orElse("");
        if (!known.isEmpty() && sent.isEmpty()) {
            throw VccRefusal.missing("dimensions");
        }
        if (!known.isEmpty() && !sent.matches("(" + known + ")(,(" + known + "))*")) {
            throw VccRefusal.bad("dimensions");
        }
    }

    private static <T> List<T> page(RecordedRequest request, List<T> all, long size) {
        return all.stream()
                .skip(VccApi.number(request.query("start")).orElse(0L))
                .limit(Math.min(STATE_CAP, VccApi.number(request.query("num")).orElse(size)))
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
