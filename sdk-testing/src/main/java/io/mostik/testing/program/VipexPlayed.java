package io.mostik.testing.program;

import static io.mostik.testing.program.Action.with;

import io.mostik.testing.SimulatedClock;
import io.mostik.testing.vipex.AnswerBehavior;
import io.mostik.testing.vipex.VipexCall;
import io.mostik.testing.vipex.VipexHook;
import io.mostik.testing.vipex.VipexProfile;
import io.mostik.testing.vipex.VipexSimulator;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** VIPeX. */
record VipexPlayed(VipexSimulator simulator) implements Played {

    private static final String URL = "url";

    VipexPlayed(int port, SimulatedClock clock) {
        this(VipexSimulator.start(port, VipexProfile.defaults(), clock));
    }

    @Override
    public Map<String, Object> addresses() {
        return with("base", simulator.uri());
    }

    @Override
    public Map<String, Object> keys() {
        return with(
                "username",
                simulator.username(),
                "password",
                simulator.password(),
                "extensions",
                List.of("101", "102"));
    }

    @Override
    public List<Action> actions() {
        return List.of(
                Action.seed(
                        "extension",
                        "Adds a user's extension",
                        with("extension", "103"),
                        Action.silent(ask -> simulator.addExtension(ask.text("extension")))),
                Action.habit(
                        "plan",
                        "Plans what happens when an extension or outside number rings",
                        with("party", "101", "pickup", "NO_ANSWER"),
                        ask -> simulator.plan(ask.text("party"), ask.word("pickup", AnswerBehavior.class))),
                Action.habit(
                        "talk-time",
                        "Sets how long answered calls last",
                        with("duration", "PT173S"),
                        ask -> simulator.talkTime(ask.duration("duration"))),
                Action.hook(
                        "incoming-hook",
                        "Sends incoming calls to this address",
                        with(URL, "http://127.0.0.1:9000/vipex/incoming", "method", "POST"),
                        ask -> simulator.onIncomingCall(hook(ask))),
                Action.hook(
                        "data-hook",
                        "Sends the data of calls that have ended to this address",
                        with(URL, "http://127.0.0.1:9000/vipex/data", "method", "POST"),
                        ask -> simulator.onCallData(hook(ask))),
                Action.event(
                        "incoming-call",
                        "Somebody calls from outside; the hook comes at once, the data after the end",
                        with("caller", "+3615550199", "called", "+3615550100", "extension", "101"),
                        ask -> row(
                                simulator.incomingCall(ask.text("caller"), ask.text("called"), ask.text("extension")))),
                Action.event(
                        "push-data",
                        "Pushes what is known of the latest call by now",
                        with(),
                        ask -> Deliveries.row(simulator.pushCallData(latest()))));
    }

    private VipexCall latest() {
        List<VipexCall> calls = simulator.calls();
        if (calls.isEmpty()) {
            throw new Refused(409, "There was no call yet");
        }
        return calls.get(calls.size() - 1);
    }

    private static VipexHook hook(Arguments ask) {
        URI url = ask.loopback(URL);
        return ask.text("method").equals("GET") ? VipexHook.get(url) : VipexHook.post(url);
    }

    @Override
    public Map<String, Object> holds() {
        return with("calls", simulator.calls().stream().map(this::row).toList());
    }

    private Map<String, Object> row(VipexCall call) {
        return call.dataAt(simulator.clock().now());
    }

    @Override
    public Sample sample() {
        return new Sample(
                "GET",
                "/api/call?username=%s&password=%s&extension=101&number=+3615550199"
                        .formatted(simulator.username(), simulator.password())
                        .replace("+", "%2B"),
                Map.of(),
                "",
                """
                import io.mostik.core.Secret;
                import io.mostik.pbx.PbxClient;
                import io.mostik.pbx.vipex.Vipex;

                try (PbxClient pbx = Vipex.client()
                        .baseUri("%s")
                        .credentials("%s", Secret.of("%s"))
                        .build()) {
                    pbx.calls().start("101", "+3615550199");
                }\
                """.formatted(simulator.uri(), simulator.username(), simulator.password()));
    }
}
