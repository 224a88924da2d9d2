package io.mostik.core.http;

import io.mostik.core.Effect;
import io.mostik.core.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request in the pipeline. Immutable: a decorator passes on a changed copy. Prints operation, verb and the names of its
 * headers; never an address, a value or a body.
 */
public final class ApiRequest {

    private final CallPlan plan;
    private final String method;
    private final String target;
    private final List<Field> headers;
    private final List<Field> query;
    private final List<Secret> known;
    private final @Nullable Departure departure;

    private ApiRequest(
            CallPlan plan, String method, String target, List<Field> headers, List<Field> query, List<Secret> known) {
        this(plan, method, target, headers, query, known, null);
    }

    private ApiRequest(
            CallPlan plan,
            String method,
            String target,
            List<Field> headers,
            List<Field> query,
            List<Secret> known,
            @Nullable Departure departure) {
        this.departure = departure;
        this.plan = plan;
        this.method = method;
        this.target = target;
        this.headers = headers;
        this.query = query;
        this.known = known;
    }

    static ApiRequest of(CallPlan plan, String method, String target, List<Field> headers) {
        return new ApiRequest(plan, method, target, headers, List.of(), plan.secrets());
    }

    /** Returns the name of the endpoint. */
    public String operation() {
        return plan.operation();
    }

    /** Returns what the call does at the vendor. */
    public Effect effect() {
        return plan.effect();
    }

    /** Returns the HTTP verb. */
    public String method() {
        return method;
    }

    /** Returns the body. */
    public RequestBody body() {
        return plan.body();
    }

    /** Returns the deadline of the whole call. */
    public Deadline deadline() {
        return plan.deadline();
    }

    /** Returns this request with another verb. */
    public ApiRequest withMethod(String newMethod) {
        return new ApiRequest(plan, newMethod, target, headers, query, known);
    }

    /** Returns this request with one more header. */
    public ApiRequest withHeader(String name, String value) {
        return new ApiRequest(plan, method, target, plus(headers, Field.open(name, value)), query, known);
    }

    /** Returns this request with one more header whose value is never shown. */
    public ApiRequest withHeader(String name, Secret value) {
        return new ApiRequest(
                plan, method, target, plus(headers, Field.hidden(name, value)), query, plus(known, value));
    }

    /** Returns this request with one more header that was checked before, and with all that is hidden for it. */
    ApiRequest withChecked(Field header, List<Secret> hidden) {
        List<Secret> all = known.isEmpty()
                ? hidden
                : Stream.concat(known.stream(), hidden.stream()).toList();
        return new ApiRequest(plan, method, target, plus(headers, header), query, all);
    }

    /** Returns this request with one more query parameter whose value is never shown. */
    public ApiRequest withQuery(String name, Secret value) {
        return new ApiRequest(plan, method, target, headers, plus(query, Field.query(name, value)), plus(known, value));
    }

    /** Returns this request with one more value that is hidden wherever the call is printed. */
    public ApiRequest hiding(Secret secret) {
        return new ApiRequest(plan, method, target, headers, query, plus(known, secret));
    }

    /** Returns whether this secret is among those the request knows. */
    public boolean carries(Secret secret) {
        return known.contains(secret);
    }

    /** Returns the value of a header that is not hidden. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(field -> !field.isHidden() && field.name().equalsIgnoreCase(name))
                .map(Field::value)
                .findFirst();
    }

    /** Returns this request as it leaves: with where to note when its first byte does. */
    ApiRequest departing(Departure newDeparture) {
        return new ApiRequest(plan, method, target, headers, query, known, newDeparture);
    }

    /** Returns whether it may no longer leave: the time by which it must have left is over. */
    boolean isLate() {
        return plan.options()
                .sendBefore()
                .filter(end -> !plan.config().time().now().isBefore(end))
                .isPresent();
    }

    /**
     * Notes that the first byte leaves now.
     *
     * @throws TooLateException if it must not leave any more
     */
    void leaves() {
        if (isLate()) {
            throw new TooLateException();
        }
        if (departure != null) {
            departure.left();
        }
    }

    CallPlan plan() {
        return plan;
    }

    List<Field> headers() {
        return headers;
    }

    /** Returns the whole address; for the last station only. */
    String address() {
        if (query.isEmpty()) {
            return target;
        }
        StringBuilder address = new StringBuilder(target);
        char separator = target.indexOf('?') < 0 ? '?' : '&';
        for (Field field : query) {
            address.append(separator)
                    .append(Percent.encode(field.name()))
                    .append('=')
                    .append(Percent.encode(field.value()));
            separator = '&';
        }
        return address.toString();
    }

    /** Returns everything that must not appear in a text about this request. */
    List<Secret> secrets() {
        return known;
    }

    /** A request came to its first byte after the time by which it must have left. */
    static final class TooLateException extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        TooLateException() {
            super("too late to send");
        }
    }

    private static <T> List<T> plus(List<T> some, T one) {
        List<T> more = new ArrayList<>(some.size() + 1);
        for (int i = 0; i < some.size(); i++) { // addAll would copy the list once more
            more.add(some.get(i));
        }
        more.add(one);
        return more;
    }

    @Override
    public String toString() {
        return operation() + " (" + effect() + " " + method + ", headers "
                + headers.stream().map(Field::name).toList() + ")";
    }
}
