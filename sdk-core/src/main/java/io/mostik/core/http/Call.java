package io.mostik.core.http;

import io.mostik.core.DecodingException;
import io.mostik.core.PartialList;
import io.mostik.core.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One call of an endpoint, under construction. {@link #send()} is the only way to the network, and works once.
 *
 * <pre>{@code
 * Endpoint<Json> get = Endpoint.read("loyalty.get", "GET", "/loyalty/{id}", Json.class);
 * Json card = api.call(get).path("id", 42).query("full", true).send();
 * }</pre>
 *
 * <p>A failure is an {@link io.mostik.core.SdkException}, whose outcome says whether it happened; what is retried follows
 * from the {@link Endpoint}'s effect, not from its verb. Users of a client call methods of the vendor, or {@link RawApi} for
 * what has none. Belongs to one thread.
 *
 * @param <T> what the answer is read as
 * @see ApiClient#call
 */
public final class Call<T> {

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Field NOT_COMPRESSED = Field.open("Accept-Encoding", "identity");
    private static final Field ACCEPT_JSON = Field.open("Accept", "application/json, */*;q=0.8");
    private static final Field ACCEPT_ANY = Field.open("Accept", "*/*");

    private final ApiClient client;
    private final Endpoint<T> endpoint;
    private final Map<String, String> path = new LinkedHashMap<>(4);
    private final StringBuilder query = new StringBuilder();
    private final List<Field> headers = new ArrayList<>(4);
    private final List<Secret> secrets = new ArrayList<>(0);
    private RequestBody body = RequestBody.NONE;
    private Optional<Deadline> deadline = Optional.empty();
    private boolean sent;

    Call(ApiClient client, Endpoint<T> endpoint) {
        this.client = client;
        this.endpoint = endpoint;
    }

    /**
     * Fills a variable of the path.
     *
     * @throws IllegalArgumentException if the path has no such variable, or the value is empty or would leave its
     *     segment
     */
    public Call<T> path(String name, Object value) {
        if (!endpoint.template().has(name)) {
            throw new IllegalArgumentException(endpoint.operation() + " has no path variable " + name);
        }
        path.put(name, PathTemplate.segment(name, client.text(Objects.requireNonNull(value, name))));
        return this;
    }

    /**
     * Adds a query parameter: none for an empty {@code Optional}, several for a collection. Parameters keep the order
     * in which they are added.
     */
    public Call<T> query(String name, Object value) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(present -> query(name, present));
        } else if (value instanceof Path file) {
            query(name, file.toString());
        } else if (value instanceof Iterable<?> several) {
            several.forEach(one -> query(name, one));
        } else {
            query.append(query.length() == 0 ? '?' : '&')
                    .append(Percent.encode(name))
                    .append('=')
                    .append(Percent.encode(client.text(Objects.requireNonNull(value, name))));
        }
        return this;
    }

    /** Adds the properties of a query model as parameters, in their order; absent ones are left out. */
    public Call<T> queries(Object model) {
        client.fields(model).forEach((name, value) -> query(name, Optional.ofNullable(value)));
        return this;
    }

    /**
     * Adds a header.
     *
     * @throws IllegalArgumentException if the value is not printable ASCII, or the HTTP client sets this header by
     *     itself
     */
    public Call<T> header(String name, String value) {
        headers.add(Field.open(name, Objects.requireNonNull(value, name)));
        return this;
    }

    /** Sets a JSON body. */
    public Call<T> json(Object value) {
        body = new RequestBody(JSON, client.write(value));
        return this;
    }

    /** Sets a form as body. A {@link Secret} among the values travels in the clear and is hidden everywhere else. */
    public Call<T> form(Map<String, ?> fields) {
        StringBuilder form = new StringBuilder();
        fields.forEach((name, value) -> {
            String text;
            if (value instanceof Secret secret) {
                secrets.add(secret);
                text = secret.reveal();
            } else {
                text = client.text(Objects.requireNonNull(value, name));
            }
            form.append(form.length() == 0 ? "" : "&")
                    .append(Percent.encode(name))
                    .append('=')
                    .append(Percent.encode(text));
        });
        return body(FORM, form.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Sets a body of another kind. */
    public Call<T> body(String contentType, byte[] bytes) {
        body = new RequestBody(contentType, bytes);
        return this;
    }

    /** Names a secret that is in the body, so that it is hidden wherever this call is printed. */
    public Call<T> hiding(Secret secret) {
        secrets.add(Objects.requireNonNull(secret, "secret"));
        return this;
    }

    /** Ends this call no later than another one, as a log-in ends with the call that needs it. */
    public Call<T> within(Deadline outer) {
        deadline = Optional.of(outer);
        return this;
    }

    /**
     * Sends the call and returns the answer.
     *
     * @throws io.mostik.core.SdkException if it failed; says whether it happened
     */
    public T send() {
        return sendWithResponse().value();
    }

    /**
     * Sends the call and returns the answer with its status, headers, request id and how often it was tried.
     *
     * @throws io.mostik.core.SdkException if it failed; says whether it happened
     */
    public CallResult<T> sendWithResponse() {
        return client.send(request(null), response -> client.read(endpoint, response));
    }

    /**
     * Reads rows that the client took out of an answer of this call itself. Where
     * {@linkplain CallOptions#skippingUnreadable unreadable rows are left out}, those that the reader refuses are, unless it
     * refuses all; else the first one that it refuses fails.
     *
     * @param reader refuses with a {@link DecodingException}
     */
    public <R, S> List<S> rows(List<R> rows, Function<? super R, ? extends S> reader) {
        if (client.skipping(endpoint).isEmpty()) {
            return PartialList.map(rows, reader);
        }
        List<S> read = new ArrayList<>();
        List<String> places = new ArrayList<>();
        DecodingException first = null;
        for (int i = 0; i < rows.size(); i++) {
            try {
                read.add(reader.apply(rows.get(i)));
            } catch (DecodingException e) {
                first = first == null ? e : first;
                places.add("/" + i);
            }
        }
        if (read.isEmpty() && first != null) {
            throw first;
        }
        client.skipped(endpoint, places);
        return PartialList.of(read, places.size() + PartialList.skipped(rows));
    }

    /**
     * Sends the call and streams the answer to a file; the whole of it is never in memory.
     *
     * @throws io.mostik.core.SdkException if it failed; there is no file then, and none that was there before is
     *     changed
     * @throws IllegalArgumentException if the target is a folder
     */
    public Downloaded download(Download target) {
        target.check();
        DownloadSink sink = new DownloadSink(target, client.config().time());
        try {
            return client.send(request(sink), sink::result).value();
        } finally {
            sink.end();
        }
    }

    private ApiRequest request(@Nullable BodySink sink) {
        if (sent) {
            throw new IllegalStateException(endpoint.operation() + ": a call is sent once; start another one");
        }
        sent = true;
        ClientConfig config = client.config();
        CallOptions options = client.options();
        options.extraQuery().forEach(this::query);
        if (!options.extraFields().isEmpty()) {
            addToBody(options.extraFields());
        }
        CallPlan plan = new CallPlan(
                endpoint,
                config,
                options,
                body,
                deadline.orElseGet(() -> Deadline.after(longest(), config.time())),
                secrets,
                sink,
                client.provesByStatus());
        headers.add(Field.open("User-Agent", config.userAgent()));
        headers.add(NOT_COMPRESSED);
        if (!asksForKind()) {
            headers.add(sink == null ? ACCEPT_JSON : ACCEPT_ANY);
        }
        if (!body.isNone()) {
            headers.add(Field.open("Content-Type", body.contentType()));
        }
        String expanded = endpoint.template().expand(client.base(), path);
        String target = query.length() == 0 ? expanded : expanded + query;
        return ApiRequest.of(plan, endpoint.method(), target, headers);
    }

    private boolean asksForKind() {
        for (Field field : headers) {
            if (field.name().equalsIgnoreCase("Accept")) {
                return true;
            }
        }
        return false;
    }

    private void addToBody(Map<String, Object> extra) {
        if (body.contentType().equals(FORM)) {
            StringBuilder form = new StringBuilder(new String(body.bytes(), StandardCharsets.UTF_8));
            extra.forEach((name, value) -> form.append(form.length() == 0 ? "" : "&")
                    .append(Percent.encode(name))
                    .append('=')
                    .append(Percent.encode(client.text(value))));
            body(FORM, form.toString().getBytes(StandardCharsets.UTF_8));
        } else if (body.contentType().equals(JSON)) {
            body(JSON, client.withFields(body.bytes(), extra));
        } else {
            throw new IllegalArgumentException(
                    endpoint.operation() + " has no JSON or form body for extra fields; see extraQuery");
        }
    }

    /** A client's deadline below the usual one was set on purpose, so it also shortens the endpoint's own. */
    private Duration longest() {
        Duration ofClient = client.config().deadline();
        boolean shorter = ofClient.compareTo(ClientConfig.USUAL_DEADLINE) < 0;
        Duration usual = endpoint.deadline()
                .filter(own -> !shorter || own.compareTo(ofClient) < 0)
                .orElse(ofClient);
        return client.options().deadline().orElse(usual);
    }

    @Override
    public String toString() {
        return endpoint.toString();
    }
}
