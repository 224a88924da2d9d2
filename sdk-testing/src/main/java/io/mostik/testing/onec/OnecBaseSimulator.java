package io.mostik.testing.onec;

import static java.util.Objects.requireNonNull;

import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.Routes;
import io.mostik.testing.Simulator;
import io.mostik.testing.SimulatorServer;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A 1C base whose administrator has published {@link #ENTITY}. Speaks OData 3: GUIDs and times with their prefixes, times
 * without a zone, XML unless JSON is asked for, a new {@code DataVersion} with every write. Thread-safe.
 */
public final class OnecBaseSimulator implements Simulator {

    /** The published documents. */
    public static final String ENTITY = "Document_Увольнение";

    /** The field with the GUID of the employee. */
    public static final String EMPLOYEE = "Сотрудник_Key";

    /** The field with the day of the dismissal. */
    public static final String DAY = "ДатаУвольнения";

    /** The field with the GUID of the organisation. */
    public static final String ORGANISATION = "Организация_Key";

    /** The table part of documents that dismiss several. */
    public static final String PART = "Сотрудники";

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
    private static final int UNAUTHORIZED = 401;

    private final Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
    private final SimulatorServer server;
    private long writes;

    private OnecBaseSimulator(int port) {
        this.server = SimulatorServer.start(
                port,
                new Routes()
                        .errors(error(400, "14", "Ошибка при разборе опции запроса"))
                        .on(
                                "GET",
                                "/base/odata/standard.odata/{entity}",
                                (request, path) -> list(request, path.getOrDefault("entity", ""))));
    }

    /** Starts on a free port. */
    public static OnecBaseSimulator start() {
        return start(0);
    }

    /** Starts on this port; zero takes a free one. */
    public static OnecBaseSimulator start(int port) {
        return new OnecBaseSimulator(port);
    }

    @Override
    public SimulatorServer server() {
        return server;
    }

    /** Returns where the base is published, without {@code /odata}. */
    @Override
    public URI uri() {
        return URI.create(server.uri() + "/base");
    }

    /** Returns the user that may read. */
    public String user() {
        return "Мост";
    }

    /** Returns his password. */
    public String password() {
        return "пароль моста";
    }

    /** Adds a posted dismissal document; returns its {@code Ref_Key}. */
    public String dismiss(String employee, LocalDate day) {
        String key = UUID.randomUUID().toString();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("Ref_Key", key);
        row.put("DataVersion", "");
        row.put("DeletionMark", false);
        row.put("Number", "0000-" + String.format(Locale.ROOT, "%06d", rows.size() + 1));
        row.put("Date", SECONDS.format(LocalDateTime.of(2026, 3, 1, 12, 0)));
        row.put("Posted", true);
        row.put(ORGANISATION, new UUID(0, 1).toString());
        row.put(EMPLOYEE, requireNonNull(employee, "employee"));
        row.put(DAY, SECONDS.format(day.atStartOfDay()));
        synchronized (this) {
            rows.put(key, row);
        }
        return write(key, "Posted", true);
    }

    /** Writes one field of a document, which gives it another {@code DataVersion}; returns its {@code Ref_Key}. */
    public synchronized String write(String key, String field, Object value) {
        Map<String, Object> row = Optional.ofNullable(rows.get(key))
                .orElseThrow(() -> new IllegalArgumentException("No document " + key));
        writes++;
        row.put(requireNonNull(field, "field"), requireNonNull(value, "value"));
        row.put("DataVersion", version(writes));
        return key;
    }

    /** Adds a posted document that dismisses several: one line of the table part {@value #PART} each; returns its {@code Ref_Key}. */
    public String dismissAll(List<String> employees, LocalDate day) {
        String key = dismiss(new UUID(0, 0).toString(), day);
        List<Map<String, Object>> lines = new ArrayList<>();
        for (String employee : employees) {
            lines.add(Map.of("Ref_Key", key, "LineNumber", Integer.toString(lines.size() + 1), EMPLOYEE, employee));
        }
        return write(key, PART, List.copyOf(lines));
    }

    private static Answer metadata() {
        String fields = List.of("Ref_Key", "DataVersion", "DeletionMark", "Number", "Date", "Posted", DAY).stream()
                .map(OnecBaseSimulator::property)
                .reduce("", String::concat);
        String type = "<EntityType Name=\"" + ENTITY + "\">" + fields + property(ORGANISATION) + property(EMPLOYEE)
                + property(PART) + "</EntityType>";
        String line = "<ComplexType Name=\"" + ENTITY + "_" + PART + "_RowType\">" + property("LineNumber")
                + property(EMPLOYEE) + "</ComplexType>";
        String text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><edmx:Edmx Version=\"1.0\""
                + " xmlns:edmx=\"http://schemas.microsoft.com/ado/2007/06/edmx\"><edmx:DataServices>"
                + "<Schema Namespace=\"StandardODATA\">" + type + line + "</Schema></edmx:DataServices></edmx:Edmx>";
        return Answer.bytes(200, "application/xml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String property(String name) {
        return "<Property Name=\"" + name + "\" Type=\"Edm.String\"/>";
    }

    private Answer list(RecordedRequest request, String entity) {
        boolean allowed = request.basicUser().filter(user()::equals).isPresent()
                && request.basicPassword().filter(password()::equals).isPresent();
        if (!allowed) {
            return Answer.text(UNAUTHORIZED, "Идентификация пользователя не выполнена")
                    .with("WWW-Authenticate", "Basic realm=\"1C:Enterprise 8.3\"");
        }
        if (entity.equals("$metadata")) {
            return metadata();
        }
        if (!entity.equals(ENTITY)) {
            return error(404, "8", "Сущность \"" + entity + "\" не найдена");
        }
        Optional<List<ODataCondition>> filter =
                ODataCondition.parse(request.query("$filter").orElse(""));
        if (filter.isEmpty()) {
            return error(400, "14", "Ошибка при разборе опции запроса $filter");
        }
        if (request.query("$format").filter("json"::equals).isEmpty()) {
            return Answer.bytes(200, "application/atom+xml", "<feed/>".getBytes(StandardCharsets.UTF_8));
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("odata.metadata", uri() + "/odata/standard.odata/$metadata#" + entity);
        answer.put("value", rows(request, filter.get()));
        return Answer.json(200, answer);
    }

    private synchronized List<Map<String, Object>> rows(RecordedRequest request, List<ODataCondition> filter) {
        List<Map<String, Object>> found = new ArrayList<>();
        rows.values().stream()
                .filter(row -> filter.stream().allMatch(condition -> condition.holds(row)))
                .map(LinkedHashMap::new)
                .forEach(found::add);
        request.query("$orderby")
                .ifPresent(field -> found.sort(Comparator.comparing(row -> String.valueOf(row.get(field)))));
        int skip = count(request, "$skip", 0);
        int top = count(request, "$top", Integer.MAX_VALUE);
        return found.stream().skip(skip).limit(top).toList();
    }

    private static int count(RecordedRequest request, String option, int otherwise) {
        return request.query(option)
                .filter(text -> WHOLE.matcher(text).matches())
                .map(Integer::parseInt)
                .orElse(otherwise);
    }

    private static Answer error(int status, String code, String text) {
        Map<String, Object> message = Map.of("lang", "ru", "value", text);
        return Answer.json(status, Map.of("odata.error", Map.of("code", code, "message", message)));
    }

    private static String version(long number) {
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }
}
