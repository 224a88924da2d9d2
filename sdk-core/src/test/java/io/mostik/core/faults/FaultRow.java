package io.mostik.core.faults;

import static io.mostik.core.faults.Expected.Seen.APPLIED;
import static io.mostik.core.faults.Expected.Seen.NOT_SENT;
import static io.mostik.core.faults.Expected.Seen.REJECTED;
import static io.mostik.core.faults.Expected.Seen.UNKNOWN;

import io.mostik.core.Phase;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.Endpoint;
import io.mostik.core.http.ErrorDecoder;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonType;
import io.mostik.core.test.RawServer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One row of the matrix: a fault, how it is made, and what each effect must come to. Written like a line of a table.
 */
final class FaultRow {

    final String id;
    final String fault;
    final RawServer.Script script;
    final Map<Kind, Expected> expected = new EnumMap<>(Kind.class);
    Optional<Phase> phase = Optional.empty();
    List<String> words = List.of();
    boolean timed;
    boolean warm;
    boolean nextCall = true;
    boolean refuses;
    String verb = "";
    JsonType<?> answer = JsonType.of(Json.class);
    byte[] body = "{\"a\":1}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Consumer<ClientConfig.Builder> settings = config -> {};
    Consumer<ApiClient.Builder> dialect = client -> {};
    FaultServers.Maker servers = FaultServers.PLAIN;

    private FaultRow(String id, String fault, RawServer.Script script) {
        this.id = id;
        this.fault = fault;
        this.script = script;
    }

    static FaultRow row(String id, String fault, RawServer.Script script) {
        return new FaultRow(id, fault, script);
    }

    /** Returns a case for each effect and, where the row is about time, each deadline. */
    static Stream<FaultCase> cases(FaultRow... rows) {
        return Stream.of(rows).flatMap(FaultRow::eachCase);
    }

    private Stream<FaultCase> eachCase() {
        List<Duration> deadlines = timed ? Lab.deadlines() : List.of(Lab.AMPLE);
        return expected.keySet().stream()
                .flatMap(kind -> deadlines.stream().map(deadline -> new FaultCase(this, kind, deadline)));
    }

    /** Request read, nothing usable came: reads and repeatable calls are tried again, the others are not. */
    FaultRow lost() {
        return at(Phase.HEAD).read(UNKNOWN, 3).repeatable(UNKNOWN, 3).once(UNKNOWN, 1);
    }

    /** A good status came and the rest was lost on the way: it may have been an error, so nothing is proven. */
    FaultRow cut() {
        return at(Phase.BODY).read(UNKNOWN, 3).repeatable(UNKNOWN, 3).once(UNKNOWN, 1);
    }

    /** As {@link #cut}, at a vendor whose status codes are proof: what was written is written, only a read is tried again. */
    FaultRow cutAfterProof() {
        return dialect(ApiClient.Builder::statusProvesSuccess)
                .at(Phase.BODY)
                .read(UNKNOWN, 3)
                .repeatable(APPLIED, 1)
                .once(APPLIED, 1);
    }

    /** A good status came with something that no try will make readable. */
    FaultRow unusable() {
        return at(Phase.BODY).read(UNKNOWN, 1).repeatable(UNKNOWN, 1).once(UNKNOWN, 1);
    }

    /**
     * What came is not what was expected and proves nothing: it would decode the same again, so a read asks once more.
     */
    FaultRow unreadable() {
        return at(Phase.DECODE).read(UNKNOWN, 2).repeatable(UNKNOWN, 1).once(UNKNOWN, 1);
    }

    /** Nothing left this machine; tried again as often as allowed, or not at all where it would not help. */
    FaultRow notSent(Phase where, int tries) {
        nextCall = false;
        return at(where).read(NOT_SENT, tries).repeatable(NOT_SENT, tries).once(NOT_SENT, tries);
    }

    /** The vendor answered and did not act. */
    FaultRow rejected(int tries) {
        refuses = true;
        return at(Phase.DECODE)
                .read(REJECTED, tries)
                .repeatable(REJECTED, tries)
                .once(REJECTED, tries);
    }

    /** The deadline ends the call. */
    FaultRow outOfTime(Expected.Seen seen, Phase where) {
        timed = true;
        return at(where).read(seen, 1).repeatable(seen, 1).once(seen, 1);
    }

    /** Not a fault for the caller. */
    FaultRow harmless() {
        return expectingAll(Expected.success());
    }

    FaultRow expectingAll(Expected what) {
        for (Kind kind : Kind.values()) {
            expected.put(kind, what);
        }
        return this;
    }

    FaultRow read(Expected.Seen seen, int tries) {
        return expecting(Kind.READ, Expected.of(seen, tries));
    }

    FaultRow repeatable(Expected.Seen seen, int tries) {
        return expecting(Kind.REPEATABLE, Expected.of(seen, tries));
    }

    FaultRow once(Expected.Seen seen, int tries) {
        return expecting(Kind.ONCE_GET, Expected.of(seen, tries)).expecting(Kind.ONCE_POST, Expected.of(seen, tries));
    }

    FaultRow expecting(Kind kind, Expected what) {
        expected.put(kind, what);
        return this;
    }

    /** Concerns these only. */
    FaultRow only(Kind... kinds) {
        expected.keySet().retainAll(List.of(kinds));
        return this;
    }

    FaultRow at(Phase where) {
        phase = Optional.of(where);
        return this;
    }

    FaultRow anywhere() {
        phase = Optional.empty();
        return this;
    }

    /** The server never reads a whole request. */
    FaultRow unread() {
        expected.replaceAll((kind, what) -> what.unread());
        return this;
    }

    FaultRow saying(String... some) {
        words = List.of(some);
        return this;
    }

    /** A healthy call comes first, on the connection that is then reused. */
    FaultRow onReusedConnection() {
        warm = true;
        return this;
    }

    FaultRow withVerb(String other) {
        verb = other;
        return this;
    }

    FaultRow answeredBy(JsonType<?> type) {
        answer = type;
        return this;
    }

    FaultRow sending(byte[] content) {
        body = content;
        return this;
    }

    FaultRow with(Consumer<ClientConfig.Builder> some) {
        settings = settings.andThen(some);
        return this;
    }

    FaultRow errors(ErrorDecoder decoder) {
        return dialect(client -> client.errors(decoder));
    }

    FaultRow dialect(Consumer<ApiClient.Builder> some) {
        dialect = dialect.andThen(some);
        return this;
    }

    /** Another server than the plain one: with TLS, dead, or somewhere else. */
    FaultRow on(FaultServers.Maker maker) {
        servers = maker;
        return this;
    }

    FaultRow withoutNextCall() {
        nextCall = false;
        return this;
    }

    Endpoint<?> endpoint(Kind kind) {
        return verb.isEmpty() ? kind.endpoint(answer) : kind.endpoint(verb, answer);
    }
}
