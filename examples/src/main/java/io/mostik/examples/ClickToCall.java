package io.mostik.examples;

import io.mostik.core.Secret;
import io.mostik.core.http.SdkRuntime;
import io.mostik.pbx.CallRecord;
import io.mostik.pbx.IncomingCall;
import io.mostik.pbx.ScreenPop;
import io.mostik.pbx.vipex.Recording;
import io.mostik.pbx.vipex.Vipex;
import io.mostik.pbx.vipex.hooks.CallHooks;
import io.mostik.pbx.vipex.hooks.HookProof;
import io.mostik.pbx.web.HttpServerHook;
import io.mostik.testing.vipex.VipexHook;
import io.mostik.testing.vipex.VipexSimulator;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** VIPeX: a click rings both phones, an incoming call pops the customer's card, a recording is fetched by its id. */
public final class ClickToCall {

    private static final Secret HOOK_KEY = Secret.of("hook-key");

    private ClickToCall() {}

    /** Runs the story, by the environment. */
    public static void main(String[] args) throws IOException {
        walk(System.out);
    }

    /** Runs the story: at the PBX if {@code MOSTIK_VIPEX_PASSWORD} is set, else at a simulator. */
    static void walk(PrintStream out) throws IOException {
        if (!Variables.has("MOSTIK_VIPEX_PASSWORD")) {
            atSimulator(out);
            return;
        }
        try (Vipex vipex = Vipex.builder()
                .baseUri(Variables.get("MOSTIK_VIPEX_URL"))
                .credentials(Variables.get("MOSTIK_VIPEX_USER"), Secret.fromEnv("MOSTIK_VIPEX_PASSWORD"))
                .build()) {
            call(vipex, Variables.get("MOSTIK_VIPEX_EXTENSION"), Variables.get("MOSTIK_VIPEX_NUMBER"), out);
        }
    }

    static void call(Vipex vipex, String extension, String number, PrintStream out) {
        out.println("  ringing extension " + extension + ", then "
                + vipex.calls().start(extension, number).number().masked());
    }

    static void pop(IncomingCall call, ScreenPop<String> cards, PrintStream out) {
        out.println("  a call from " + call.caller().masked() + ": card of " + cards.card(call));
    }

    static void fetch(Vipex vipex, CallRecord call, Path folder, PrintStream out) throws IOException {
        Optional<String> id = call.recording().flatMap(recording -> recording.id());
        if (id.isPresent()) {
            Recording recording = vipex.recordings().download(id.get(), folder.resolve("call.wav"));
            out.println(
                    "  recording of " + call.talkTime().map(Duration::toSeconds).orElse(0L) + " s: "
                            + Files.size(folder.resolve("call.wav")) + " bytes of " + recording.format());
        }
    }

    static void atSimulator(PrintStream out) throws IOException {
        Path folder = Files.createTempDirectory("mostik-tour");
        List<CallRecord> over = new CopyOnWriteArrayList<>();
        try (VipexSimulator pbx = VipexSimulator.start();
                HookServer hooks = HookServer.start();
                SdkRuntime runtime = SdkRuntime.create();
                Vipex vipex = Vipex.builder()
                        .baseUri(pbx.uri().toString())
                        .credentials(pbx.username(), Secret.of(pbx.password()))
                        .build()) {
            ScreenPop<String> cards = ScreenPop.of(
                    caller -> caller.e164().filter("+36301112233"::equals).map(known -> "Kovács Nóra"),
                    unknown -> "somebody new",
                    runtime.async());
            CallHooks receiver =
                    CallHooks.builder().proof(HookProof.apiKey(HOOK_KEY)).build();
            pbx.onIncomingCall(VipexHook.get(hooks.on(
                            "/incoming", HttpServerHook.of(receiver.onIncomingCall(call -> pop(call, cards, out)))))
                    .apiKey(HOOK_KEY.reveal()));
            pbx.onCallData(VipexHook.post(hooks.on(
                            "/data", HttpServerHook.of(receiver.onCallData(update -> over.add(update.call())))))
                    .apiKey(HOOK_KEY.reveal()));

            call(vipex, "101", "06 30 111 2233", out);
            pbx.incomingCall("36301112233", "3615550100", "102");
            pbx.clock().advance(Duration.ofMinutes(5));
            fetch(vipex, over.get(0), folder, out);
            out.println("  the PBX recorded: dialled " + pbx.dials("101", "36301112233") + " time(s), told of "
                    + over.size() + " call(s) that are over");
        }
    }
}
