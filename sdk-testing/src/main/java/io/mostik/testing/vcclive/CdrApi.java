package io.mostik.testing.vcclive;

import io.mostik.testing.Answer;
import io.mostik.testing.SimulatedClock;
import io.mostik.testing.internal.Endpoints;
import io.mostik.testing.internal.JsonObject;
import io.mostik.testing.internal.RequestReader;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Call detail records; each is written some minutes after its call. */
record CdrApi(VccAccount account, SimulatedClock clock) {

    private static final int PAGE = 10;
    private static final int CAP = 500;

    void addTo(Endpoints<RequestReader> endpoints) {
        endpoints
                .get(VccApi.BASE + "/cdr/{yyyy}/{MM}/{uuid}", this::one)
                .get(VccApi.BASE + "/cdrs/{yyyy}/{MM}", this::list)
                .get(VccApi.BASE + "/cdrs/{yyyy}/{MM}/{dd}", this::list);
    }

    List<Map<String, Object>> ofRecord(long numberId) {
        return written(call -> call.numberId() == numberId).map(this::describe).toList();
    }

    private Answer one(RequestReader ask) {
        return written(in(ask).and(call -> call.uuid().equals(ask.path("uuid"))))
                .findFirst()
                .map(call -> VccEnvelope.ok(describe(call)))
                .orElseThrow(VccRefusal::notFound);
    }

    private Answer list(RequestReader ask) {
        Optional<Long> projectId = VccApi.number(ask.query("projectid"));
        List<VccCall> all = written(in(ask).and(
                                call -> projectId.isEmpty() || projectId.get().equals(call.projectId())))
                .sorted(Comparator.comparing(VccCall::startedAt))
                .toList();
        long size = Math.min(CAP, VccApi.number(ask.query("num")).orElse((long) PAGE));
        List<Map<String, Object>> rows = all.stream()
                .skip(VccApi.number(ask.query("start")).orElse(0L))
                .limit(size)
                .map(this::describe)
                .toList();
        return VccEnvelope.ok(Map.of("rows", rows, "totalCount", Integer.toString(all.size())));
    }

    private Stream<VccCall> written(Predicate<VccCall> wanted) {
        return account.calls.stream()
                .filter(call -> !clock.now().isBefore(call.endedAt().plus(account.cdrDelay)))
                .filter(wanted);
    }

    private static Predicate<VccCall> in(RequestReader ask) {
        String day = ask.hasPath("dd") ? "-" + ask.path("dd") + " " : "-";
        String start = ask.path("yyyy") + "-" + ask.path("MM") + day;
        return call -> VccTime.local(call.startedAt()).startsWith(start);
    }

    private Map<String, Object> describe(VccCall call) {
        VccDisposition disposition =
                account.projects.get(call.projectId()).dispositions.get(call.dispositionId());
        return new JsonObject()
                .with("uuid", call.uuid())
                .with("direction", "outbound")
                .with("source", call.source())
                .with("destination", call.destination())
                .with("projectid", call.projectId())
                .with("userid", call.userId())
                .with("username", account.users.get(call.userId()).username())
                .with("numberid", call.numberId())
                .with("billing_ts", VccTime.local(call.startedAt()))
                .with("billing_ts_utc", VccTime.utc(call.startedAt()))
                .with("billingtime", call.talkTime().toSeconds())
                .with("beforequeuetime", 0)
                .with("queuetime", 0)
                .with("talktime", call.talkTime().toSeconds())
                .with("holdtime", 0)
                .with("dispositionid", disposition.id())
                .with("dispositionreach", disposition.reach())
                .with("call_quantity", "1")
                .with("call_rate", "0.0000")
                .with("currency", "HUF");
    }
}
