package io.mostik.testing.vcclive;

import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.Routes;
import io.mostik.testing.SimulatedClock;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Call detail records; each is written some minutes after its call. */
final class CdrApi {

    private static final int PAGE = 10;
    private static final int CAP = 500;

    private final VccAccount account;
    private final SimulatedClock clock;
    private Duration delay = Duration.ofMinutes(5);

    CdrApi(VccAccount account, SimulatedClock clock) {
        this.account = account;
        this.clock = clock;
    }

    void addTo(Routes routes) {
        routes.on("GET", VccApi.BASE + "/cdr/{yyyy}/{MM}/{uuid}", this::one)
                .on("GET", VccApi.BASE + "/cdrs/{yyyy}/{MM}", this::list)
                .on("GET", VccApi.BASE + "/cdrs/{yyyy}/{MM}/{dd}", this::list);
    }

    void delay(Duration afterCall) {
        delay = afterCall;
    }

    List<Map<String, Object>> ofRecord(long numberId) {
        return written(call -> call.numberId() == numberId).map(this::describe).toList();
    }

    private Answer one(RecordedRequest request, Map<String, String> path) {
        return written(in(path).and(call -> call.uuid().equals(path.get("uuid"))))
                .findFirst()
                .map(call -> VccEnvelope.ok(describe(call)))
                .orElseGet(VccApi::notFound);
    }

    private Answer list(RecordedRequest request, Map<String, String> path) {
        Optional<Long> projectId = VccApi.number(request.query("projectid"));
        List<VccCall> all = written(in(path).and(
                                call -> projectId.isEmpty() || projectId.get().equals(call.projectId())))
                .sorted(Comparator.comparing(VccCall::startedAt))
                .toList();
        long size = Math.min(CAP, VccApi.number(request.query("num")).orElse((long) PAGE));
        List<Map<String, Object>> rows = all.stream()
                .skip(VccApi.number(request.query("start")).orElse(0L))
                .limit(size)
                .map(this::describe)
                .toList();
        return VccEnvelope.ok(Map.of("rows", rows, "totalCount", Integer.toString(all.size())));
    }

    private Stream<VccCall> written(Predicate<VccCall> wanted) {
        return account.calls().stream()
                .filter(call -> !clock.now().isBefore(call.endedAt().plus(delay)))
                .filter(wanted);
    }

    private static Predicate<VccCall> in(Map<String, String> path) {
        String day = path.containsKey("dd") ? "-" + path.get("dd") + " " : "-";
        String start = path.get("yyyy") + "-" + path.get("MM") + day;
        return call -> VccTime.local(call.startedAt()).startsWith(start);
    }

    private Map<String, Object> describe(VccCall call) {
        VccDisposition disposition = account.project(call.projectId())
                .flatMap(project -> project.disposition(call.dispositionId()))
                .orElseThrow();
        Map<String, Object> cdr = new LinkedHashMap<>();
        cdr.put("uuid", call.uuid());
        cdr.put("direction", "outbound");
        cdr.put("source", call.source());
        cdr.put("destination", call.destination());
        cdr.put("projectid", call.projectId());
        cdr.put("userid", call.userId());
        cdr.put("username", account.user(call.userId()).orElseThrow().username());
        cdr.put("numberid", call.numberId());
        cdr.put("billing_ts", VccTime.local(call.startedAt()));
        cdr.put("billing_ts_utc", VccTime.utc(call.startedAt()));
        cdr.put("billingtime", call.talkTime().toSeconds());
        cdr.put("beforequeuetime", 0);
        cdr.put("queuetime", 0);
        cdr.put("talktime", call.talkTime().toSeconds());
        cdr.put("holdtime", 0);
        cdr.put("dispositionid", disposition.id());
        cdr.put("dispositionreach", disposition.reach());
        cdr.put("call_quantity", "1");
        cdr.put("call_rate", "0.0000");
        cdr.put("currency", "HUF");
        return cdr;
    }
}
