package io.mostik.bridge.gateway;

import io.mostik.bridge.Base;
import io.mostik.bridge.Connections;
import io.mostik.bridge.Fields;
import io.mostik.bridge.action.ActionSpec;
import io.mostik.bridge.action.FieldException;
import io.mostik.bridge.action.FieldSpec;
import io.mostik.bridge.intent.Happened;
import io.mostik.bridge.intent.NextStep;
import io.mostik.bridge.messages.Messages;
import io.mostik.core.ApiException;
import io.mostik.core.AuthException;
import io.mostik.core.NotFoundException;
import io.mostik.core.RateLimitedException;
import io.mostik.core.SdkException;
import io.mostik.core.webhook.WebhookReply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads through from the vendors: nothing is written down, and a vendor that is slow holds few requests. */
final class ReadRoute {

    private static final int AT_ONCE = 20;
    private static final Set<String> ENVELOPE = Set.of("organisation", "connection", "region");
    private static final int SERVER_ERROR = 500;
    private static final int SOON = 10;

    private final Map<String, Read> reads;
    private final Connections connections;
    private final Accounts accounts;
    private final Semaphore permits = new Semaphore(AT_ONCE);

    ReadRoute(List<Read> reads, Connections connections) {
        this.reads = reads.stream()
                .collect(Collectors.toMap(
                        read -> read.spec().name(), read -> read, (one, other) -> one, LinkedHashMap::new));
        this.connections = connections;
        this.accounts = new Accounts(connections);
    }

    /** Returns what can be read. */
    List<Read> all() {
        return List.copyOf(reads.values());
    }

    WebhookReply answer(Asked asked) {
        Base base = asked.caller().needBase();
        Read read = Optional.ofNullable(reads.get(asked.place())).orElseThrow(() -> Refusal.of(404, "read_unknown"));
        ActionSpec spec = read.spec();
        asked.caller().needRight(spec.name());
        Map<String, String> query = new LinkedHashMap<>(asked.query(names(spec)));
        String connection =
                accounts.choose(base, spec.vendor(), taken(query, "connection"), taken(query, "organisation"));
        Optional<String> region = taken(query, "region").or(() -> connections.region(connection));
        Fields parameters = parameters(spec, query, base, region);
        return shown(asked, read, rows(read, connection, parameters));
    }

    private static Set<String> names(ActionSpec spec) {
        return Stream.concat(spec.fields().stream().map(FieldSpec::name), ENVELOPE.stream())
                .collect(Collectors.toSet());
    }

    private static Optional<String> taken(Map<String, String> query, String name) {
        return Optional.ofNullable(query.remove(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Fields parameters(ActionSpec spec, Map<String, String> query, Base base, Optional<String> region) {
        try {
            return spec.read(query, base.zone(), region);
        } catch (FieldException e) {
            throw Refusal.of(e);
        }
    }

    private List<Map<String, Object>> rows(Read read, String connection, Fields parameters) {
        if (!permits.tryAcquire()) {
            throw Refusal.askAgain(503, "busy", 2);
        }
        try {
            return read.source().rows(connection, parameters);
        } catch (NotFoundException e) {
            return List.of();
        } catch (AuthException e) {
            throw Refusal.of(503, "connection_refused").saying(Happened.NO, NextStep.FIX_SETTINGS);
        } catch (SdkException e) {
            boolean isForNow = !(e instanceof ApiException answer)
                    || e instanceof RateLimitedException
                    || answer.error().status() >= SERVER_ERROR;
            throw isForNow ? Refusal.askAgain(503, "vendor_unavailable", SOON) : Refusal.of(422, "refused_by_vendor");
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw Refusal.of(400, "value_refused");
        } finally {
            permits.release();
        }
    }

    private static WebhookReply shown(Asked asked, Read read, List<Map<String, Object>> rows) {
        String code = rows.isEmpty() ? "nothing_found" : "found";
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("read", read.spec().name());
        answer.put("code", code);
        answer.put("message", Messages.text(code, asked.caller().language(), Map.of()));
        answer.put("found", !rows.isEmpty());
        if (read.isList()) {
            answer.put("count", Math.min(rows.size(), Reads.MOST));
            answer.put("more", rows.size() > Reads.MOST);
            answer.put("rows", rows.stream().limit(Reads.MOST).toList());
        } else if (!rows.isEmpty()) {
            rows.get(0).forEach((name, value) -> answer.put("result_" + name, value));
        }
        return FlatAnswer.json(200, answer);
    }
}
