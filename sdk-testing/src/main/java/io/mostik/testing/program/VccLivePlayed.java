package io.mostik.testing.program;

import static io.mostik.testing.program.Action.with;

import io.mostik.testing.SimulatedClock;
import io.mostik.testing.internal.JsonObject;
import io.mostik.testing.vcclive.VccCall;
import io.mostik.testing.vcclive.VccHook;
import io.mostik.testing.vcclive.VccLiveSimulator;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;

/** VCC Live. */
record VccLivePlayed(VccLiveSimulator simulator, List<VccCall> calls, ConcurrentSkipListSet<Long> projects)
        implements Played {

    private static final String PROJECT = "project";
    private static final long RENEWALS = 134;

    VccLivePlayed(int port, SimulatedClock clock) {
        this(
                VccLiveSimulator.start(port, clock),
                new CopyOnWriteArrayList<>(),
                new ConcurrentSkipListSet<>(List.of(RENEWALS)));
    }

    @Override
    public Map<String, Object> addresses() {
        return with("base", simulator.uri(), "campaigns", simulator.campaignsUri());
    }

    @Override
    public Map<String, Object> keys() {
        return with(
                "customer",
                simulator.customer(),
                "token",
                simulator.token(),
                "campaignToken",
                simulator.campaigns().token(),
                PROJECT,
                RENEWALS,
                "agent",
                17,
                "dispositions",
                List.of(11, 12));
    }

    @Override
    public List<Action> actions() {
        return List.of(
                Action.seed(
                        "record",
                        "Adds a record to a project",
                        with(PROJECT, RENEWALS, "form", Map.of("name", "Nóra", "phone1", "36301112233")),
                        ask -> with("record", simulator.addRecord(ask.number(PROJECT), ask.fields("form")))),
                Action.seed(
                        PROJECT,
                        "Adds a project without fields",
                        with(PROJECT, 135L, "name", "Winback"),
                        Action.silent(ask -> {
                            simulator.addProject(ask.number(PROJECT), ask.text("name"));
                            projects.add(ask.number(PROJECT));
                        })),
                Action.seed(
                        "field",
                        "Adds a field; the type is text, simple or multiple, the last two with values",
                        with(PROJECT, RENEWALS, "name", "note", "type", "text", "values", List.of()),
                        Action.silent(ask -> simulator.addField(
                                ask.number(PROJECT),
                                ask.text("name"),
                                ask.text("type"),
                                ask.texts("values").toArray(String[]::new)))),
                Action.seed(
                        "user",
                        "Adds an agent",
                        with("user", 18L, "username", "agent18", "name", "Kata"),
                        Action.silent(
                                ask -> simulator.addUser(ask.number("user"), ask.text("username"), ask.text("name")))),
                Action.seed(
                        "voice-file",
                        "Adds a recording to the archive",
                        with("uuid", "7f3a", "year", "2026", "month", "03", "name", "7f3a.m4a", "text", "sound"),
                        Action.silent(ask -> simulator.addVoiceFile(
                                ask.text("uuid"),
                                ask.text("year"),
                                ask.text("month"),
                                ask.text("name"),
                                ask.text("text").getBytes(StandardCharsets.UTF_8)))),
                Action.hook(
                        "disposition-hook",
                        "Reports dispositions to this address; with a cipher and a key of base64 the body is encrypted",
                        with("url", "http://127.0.0.1:9000/vcc", "secret", "", "cipher", "", "key", ""),
                        ask -> simulator.onDisposition(hook(ask))),
                Action.event(
                        "call",
                        "The dialer calls a record and the agent sets a disposition; the webhook follows",
                        with(PROJECT, RENEWALS, "record", first(), "user", 17L, "disposition", 12L, "text", "wants it"),
                        ask -> {
                            VccCall call = simulator.call(
                                    ask.number(PROJECT),
                                    ask.number("record"),
                                    ask.number("user"),
                                    ask.number("disposition"),
                                    ask.text("text"));
                            calls.add(call);
                            return row(call);
                        }),
                Action.event(
                        "send-disposition",
                        "Sends the webhook of the latest call once more",
                        with(),
                        ask -> Deliveries.row(simulator.sendDisposition(latest()))),
                Action.habit(
                        "cdr-delay",
                        "Sets how long after its call a call record can be read",
                        with("after", "PT5M"),
                        ask -> simulator.cdrDelay(ask.duration("after"))),
                Action.habit(
                        "resources",
                        "Lets the token reach only resources that fit this",
                        with("pattern", "/projects.*"),
                        ask -> simulator.allowResources(ask.text("pattern"))));
    }

    private long first() {
        return simulator.records(RENEWALS).stream().findFirst().orElse(1L);
    }

    private static VccHook hook(Arguments ask) {
        String url = ask.loopback("url").toString().isEmpty() ? "" : ask.text("url");
        VccHook hook = VccHook.post(url);
        if (!ask.text("secret").isEmpty()) {
            hook = hook.secretKey(ask.text("secret"));
        }
        return ask.text("cipher").isEmpty() ? hook : hook.encrypted(ask.text("cipher"), ask.text("key"));
    }

    private VccCall latest() {
        if (calls.isEmpty()) {
            throw new Refused(409, "There was no call yet");
        }
        return calls.get(calls.size() - 1);
    }

    @Override
    public Map<String, Object> holds() {
        List<Map<String, Object>> records = projects.stream()
                .flatMap(project -> simulator.records(project).stream().map(id -> row(project, id)))
                .toList();
        return with(
                "records",
                records,
                "calls",
                calls.stream().map(VccLivePlayed::row).toList());
    }

    private Map<String, Object> row(long project, long record) {
        return new JsonObject()
                .with(PROJECT, project)
                .with("record", record)
                .withAny("name", simulator.value(project, record, "name"))
                .withAny("phone1", simulator.value(project, record, "phone1"))
                .with("planned", simulator.planned(project, record))
                .with("dispositions", simulator.dispositions(project, record));
    }

    private static Map<String, Object> row(VccCall call) {
        return with(
                "uuid",
                call.uuid(),
                PROJECT,
                call.projectId(),
                "record",
                call.numberId(),
                "user",
                call.userId(),
                "disposition",
                call.dispositionId(),
                "startedAt",
                call.startedAt().toString());
    }

    @Override
    public Sample sample() {
        String pair = simulator.customer() + ":" + simulator.token();
        return new Sample(
                "GET",
                "/projects",
                Map.of(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))),
                "",
                """
                import io.mostik.core.Secret;
                import io.mostik.pbx.vcclive.*;
                import io.mostik.pbx.vcclive.records.*;

                try (VccLive vcc = VccLive.builder()
                        .baseUri("%s")
                        .customer("%s")
                        .token(Secret.of("%s"))
                        .build()) {
                    vcc.records().add(134, NewRecord.builder().field("name", "Kata").field("phone1", "36301112233").build());
                }\
                """.formatted(simulator.uri(), simulator.customer(), simulator.token()));
    }
}
