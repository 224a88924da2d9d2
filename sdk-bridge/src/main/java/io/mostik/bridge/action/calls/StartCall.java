package io.mostik.bridge.action.calls;

import io.mostik.bridge.Fields;
import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionContext;
import io.mostik.bridge.action.FieldType;
import io.mostik.bridge.action.internal.Asked;
import io.mostik.bridge.action.internal.OnceForm;
import io.mostik.bridge.action.internal.Spec;
import io.mostik.core.Outcome;
import io.mostik.core.http.CallOptions;
import io.mostik.core.once.OnceSteps;
import io.mostik.core.once.ReadBack;
import io.mostik.core.once.Sent;
import io.mostik.pbx.PbxClient;
import io.mostik.pbx.StartedCall;
import java.time.Duration;
import java.util.Optional;

/**
 * Rings an extension and then a number. A call that rings an hour later is worse than none, so it is sent within 20 seconds
 * or not at all. A PBX does not show what it was asked: after a lost answer only a person knows whether it rang.
 */
record StartCall(ActionContext context) implements OnceSteps<Asked, Void, String> {

    private static final String EXTENSION = "extension";
    private static final String NUMBER = "number";
    private static final Duration VALID = Duration.ofSeconds(20);
    private static final Duration LONGEST = Duration.ofSeconds(15);

    static Action in(ActionContext context) {
        return Spec.of("calls.start", "Rings an extension of the PBX and, when it is picked up, calls a number.")
                .vendor("vipex")
                .validFor(VALID)
                .subject(fields -> fields.find(EXTENSION).map(extension -> "extension:" + extension))
                .required(EXTENSION, FieldType.KEY, "the extension that rings first", "101")
                .required(NUMBER, FieldType.PHONE, "whom to call", "+36301112233")
                .result("call", FieldType.KEY, "the PBX's id of the call, where it tells one", "c-17")
                .writes(
                        context,
                        new OnceForm<>(Void.class, String.class, LONGEST, "call_started", StartCall::told),
                        new StartCall(context));
    }

    private static Fields told(String id) {
        return id.isEmpty() ? Fields.none() : Fields.of("call", id);
    }

    @Override
    public Sent<String> send(Asked asked, Optional<Void> before) {
        PbxClient client = context.connections().client(asked.connection(), PbxClient.class);
        CallOptions soon = CallOptions.builder()
                .from(client.options())
                .deadline(LONGEST)
                .sendBefore(asked.acceptedAt().plus(VALID))
                .build();
        StartedCall started = client.with(soon)
                .calls()
                .start(asked.fields().text(EXTENSION), asked.fields().text(NUMBER));
        return Sent.result(started.callId().orElse(""));
    }

    @Override
    public ReadBack<String> readBack(Asked asked, Optional<Void> before) {
        return ReadBack.unknown();
    }

    /** What cannot be dialled is refused before anything is sent. */
    @Override
    public Outcome outcomeOf(RuntimeException failure) {
        return failure instanceof IllegalArgumentException ? Outcome.NOT_SENT : OnceSteps.super.outcomeOf(failure);
    }
}
