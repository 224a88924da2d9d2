package io.mostik.bridge.action.web;

import io.mostik.bridge.Fields;
import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionCall;
import io.mostik.bridge.action.ActionContext;
import io.mostik.bridge.action.ActionResult;
import io.mostik.bridge.action.ActionSpec;
import io.mostik.bridge.action.FieldType;
import io.mostik.bridge.action.internal.Asked;
import io.mostik.bridge.action.internal.IntentWrites;
import io.mostik.bridge.action.internal.Spec;
import io.mostik.core.Outcome;
import io.mostik.core.once.OnceSteps;
import io.mostik.core.once.ReadBack;
import io.mostik.core.once.Sent;
import java.util.Optional;

/**
 * Posts fields as a flat JSON object to a server that the settings list. The intent's id goes along as the header {@code
 * Idempotency-Key}: a receiver that heeds it is asked again after a lost answer, with any other only a person knows.
 */
final class PostJson implements Action {

    private static final String PATH = "path";
    private static final String FIELD = "field_";

    private final ActionSpec spec;
    private final IntentWrites<Void, Integer> writes;

    PostJson(ActionContext context, String name, String vendor, String description) {
        this.spec = Spec.of(name, description)
                .vendor(vendor)
                .required(PATH, FieldType.KEY, "path below the address of the connection", "/hs/orders/paid")
                .further(FIELD)
                .result("status", FieldType.NUMBER, "HTTP status of the answer", "200")
                .build();
        this.writes = IntentWrites.of(
                context,
                new IntentWrites.Form<>(name, Void.class, Integer.class, WebTarget.LONGEST),
                new Steps(context));
    }

    @Override
    public ActionSpec spec() {
        return spec;
    }

    @Override
    public ActionResult attempt(ActionCall call) {
        return writes.attempt(
                call,
                status -> ActionResult.done(
                        "posted",
                        status.map(code -> Fields.of("status", Integer.toString(code)))
                                .orElse(Fields.none())));
    }

    /** After a restore a document may have been posted under the id of an intent that is gone: no key helps then. */
    private record Steps(ActionContext context) implements OnceSteps<Asked, Void, Integer> {

        @Override
        public Sent<Integer> send(Asked asked, Optional<Void> before) {
            return Sent.result(target(asked)
                    .post(asked.fields().text(PATH), asked.id(), asked.fields().under(FIELD)));
        }

        @Override
        public ReadBack<Integer> readBack(Asked asked, Optional<Void> before) {
            boolean isUnderOtherKey = context.once().store().isRestored();
            return !isUnderOtherKey && target(asked).heedsKey() ? ReadBack.notApplied() : ReadBack.unknown();
        }

        /** A path or a host that is refused, is refused before anything is sent. */
        @Override
        public Outcome outcomeOf(RuntimeException failure) {
            return failure instanceof IllegalArgumentException ? Outcome.NOT_SENT : OnceSteps.super.outcomeOf(failure);
        }

        private WebTarget target(Asked asked) {
            return context.connections().client(asked.connection(), WebTarget.class);
        }
    }
}
