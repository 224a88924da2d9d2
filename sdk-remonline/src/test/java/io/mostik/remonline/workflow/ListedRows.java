package io.mostik.remonline.workflow;

import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import io.mostik.core.http.RateLimit;
import io.mostik.core.test.FeedReader;
import io.mostik.core.test.FeedVendor;
import io.mostik.remonline.RemOnline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/**
 * One list over HTTP, 50 rows a page, and a clock in {@code Date}: of version 2, sorted by the last change as asked for, or of the
 * generations before, newest first and in milliseconds.
 */
final class ListedRows implements FeedVendor {

    private static final int PAGE = 50;
    private static final Comparator<Row> ORDER = Comparator.comparing(Row::at).thenComparing(Row::id);

    private final MockWebServer server = new MockWebServer();
    private final String path;
    private final String field;
    private final boolean before;
    private final List<Row> rows = new ArrayList<>();
    private BiFunction<StateStore, TimeSource, FeedReader> reader = (store, time) -> {
        throw new IllegalStateException("no reader");
    };
    private RemOnline remonline = RemOnline.builder().apiKey(Secret.of("key-1")).build();
    private Instant now;

    private record Row(long id, Instant at, int version) {}

    private ListedRows(String path, String field, boolean before, Instant now) {
        this.path = path;
        this.field = field;
        this.before = before;
        this.now = now;
    }

    static ListedRows start(String path, String field, Instant now) {
        return new ListedRows(path, field, false, now).open();
    }

    static ListedRows startOfGenerationBefore(String path, String field, Instant now) {
        return new ListedRows(path, field, true, now).open();
    }

    private ListedRows open() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request.getUrl());
            }
        });
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        remonline.close();
        remonline = RemOnline.builder()
                .apiKey(Secret.of("key-1"))
                .baseUri("http://127.0.0.1:" + server.getPort())
                .http(http -> http.rateLimit(RateLimit.none()))
                .build();
        return this;
    }

    ListedRows readBy(BiFunction<StateStore, TimeSource, FeedReader> newReader) {
        reader = newReader;
        return this;
    }

    RemOnline remonline() {
        return remonline;
    }

    private synchronized MockResponse answer(HttpUrl url) {
        if (!url.encodedPath().equals(path) || (!before && !"modified_at".equals(url.queryParameter("sort")))) {
            return new MockResponse(404, Headers.EMPTY, "");
        }
        List<Instant> range = url.queryParameterValues(before ? "modified_at[]" : "modified_at").stream()
                .map(String::valueOf)
                .map(text -> before ? Instant.ofEpochMilli(Long.parseLong(text)) : Instant.parse(text))
                .toList();
        int page = Integer.parseInt(String.valueOf(url.queryParameter("page")));
        List<Row> found = rows.stream()
                .filter(row -> !row.at().isBefore(range.get(0)))
                .filter(row -> range.size() < 2 || !row.at().isAfter(range.get(1)))
                .sorted(before ? ORDER.reversed() : ORDER)
                .toList();
        String data = found.stream()
                .skip((page - 1L) * PAGE)
                .limit(PAGE)
                .map(row -> "{\"id\":" + row.id() + ",\"modified_at\":" + written(row.at()) + ",\"" + field + "\":\"v"
                        + row.version() + "\"}")
                .collect(Collectors.joining(","));
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC));
        // Closed after each answer: on a kept connection head and body would wait for each other.
        return new MockResponse.Builder()
                .code(200)
                .addHeader("Date", date)
                .addHeader("Connection", "close")
                .body("{\"data\":[" + data + "]," + paging(page, found.size()) + "}")
                .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
                .build();
    }

    private String written(Instant at) {
        return before ? Long.toString(at.toEpochMilli()) : "\"" + at + "\"";
    }

    private String paging(int page, int count) {
        int pages = (count + PAGE - 1) / PAGE;
        return before
                ? "\"page\":" + page + ",\"count\":" + count + ",\"success\":true"
                : "\"paging\":{\"page\":" + page + ",\"total_pages\":" + pages + ",\"count\":" + count + "}";
    }

    @Override
    public FeedReader reader(StateStore store, TimeSource time) {
        return reader.apply(store, time);
    }

    @Override
    public int pageSize() {
        return PAGE;
    }

    @Override
    public synchronized void advance(Duration step) {
        now = now.plus(step);
    }

    @Override
    public synchronized void add(Instant at) {
        rows.add(new Row(rows.size() + 1L, at, 0));
    }

    @Override
    public synchronized void change(int index) {
        Row row = rows.get(index);
        rows.set(index, new Row(row.id(), now.truncatedTo(ChronoUnit.SECONDS), row.version() + 1));
    }

    @Override
    public synchronized Map<String, String> states() {
        Map<String, String> states = new LinkedHashMap<>();
        rows.forEach(row -> states.put(Long.toString(row.id()), "v" + row.version()));
        return states;
    }

    @Override
    public void close() {
        remonline.close();
        server.close();
    }
}
