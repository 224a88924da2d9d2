package io.mostik.examples;

import io.mostik.core.Secret;
import io.mostik.core.webhook.WebhookEndpoint;
import io.mostik.core.webhook.WebhookHttpHandler;
import io.mostik.testing.HookDelivery;
import io.mostik.testing.vipex.AnswerBehavior;
import io.mostik.testing.vipex.VipexCall;
import io.mostik.testing.vipex.VipexHook;
import io.mostik.testing.vipex.VipexSimulator;
import java.time.Duration;

/** The PBX's side of the story of missed calls; a real one is given the address of the hook in its settings. */
final class MissedCalls {

    static final Secret KEY = Secret.of("hook-key");

    private MissedCalls() {}

    /** Lets somebody call whom nobody answers, tells the hook, later once more, and returns how often it was told in all. */
    static int play(HookServer hooks, WebhookEndpoint hook) {
        try (VipexSimulator pbx = VipexSimulator.startFrozen()) {
            pbx.plan("102", AnswerBehavior.NO_ANSWER);
            pbx.onCallData(VipexHook.post(hooks.on("/calls", WebhookHttpHandler.of(hook)))
                    .apiKey(KEY.reveal()));
            VipexCall call = pbx.incomingCall("36301112233", "3615550100", "102");
            pbx.clock().advance(Duration.ofMinutes(5));
            pbx.pushCallData(call);
            return pbx.deliveries().stream()
                    .map(HookDelivery::attempts)
                    .mapToInt(attempts -> attempts.size())
                    .sum();
        }
    }
}
