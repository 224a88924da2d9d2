package io.mostik.examples;

import io.mostik.core.StateStore;
import io.mostik.core.webhook.WebhookHttpHandler;
import io.mostik.pbx.CallRecord;
import io.mostik.pbx.Recording;
import io.mostik.pbx.vipex.Vipex;
import io.mostik.pbx.webhooks.PbxWebhooks;
import io.mostik.pbx.workflow.CallTracker;
import io.mostik.pbx.workflow.PbxWorkflows;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** VIPeX: after a call its data come, once however often they are sent; later its recording is fetched by its id. */
public final class CallDataAndRecordings {

    private CallDataAndRecordings() {}

    /** Runs the story, by the environment. */
    public static void main(String[] args) throws IOException {
        walk(System.out);
    }

    static void walk(PrintStream out) throws IOException {
        try (PbxEnv place = PbxEnv.open()) {
            List<CallRecord> log = new CopyOnWriteArrayList<>();
            run(place, log, out);
            place.simulator().ifPresent(pbx -> {
                pbx.incomingCall("36301112233", "3615550100", "102");
                pbx.clock().advance(Duration.ofMinutes(5));
                pbx.calls().forEach(pbx::pushCallData);
            });
            play(place, log, Files.createTempDirectory("mostik-tour"), out);
            place.simulator()
                    .ifPresent(pbx -> out.println("  the PBX recorded: 1 call, pushed "
                            + pbx.deliveries().size() + " times"));
        }
    }

    static void run(PbxEnv place, List<CallRecord> log, PrintStream out) {
        CallTracker calls = PbxWorkflows.of(StateStore.inMemory()).calls("office");
        PbxWebhooks webhooks = Vipex.webhooks().secret(PbxEnv.HOOK_KEY).build();
        place.callDataTo(WebhookHttpHandler.of(webhooks.callData().endpoint(calls.handler(news -> {
            out.println("  a call has " + news.change() + ": " + news.call().outcome());
            log.add(news.call());
        }))));
    }

    static void play(PbxEnv place, List<CallRecord> log, Path folder, PrintStream out) {
        log.stream().flatMap(call -> call.recording().stream()).forEach(recording -> {
            Recording file = place.pbx().recordings().download(recording.id().orElseThrow(), folder.resolve("call"));
            out.println("  its recording: " + file.bytes() + " bytes of " + file.format());
        });
    }
}
