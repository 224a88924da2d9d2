package io.mostik.bridge.action.web;

import io.mostik.bridge.Fields;
import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionContext;
import io.mostik.bridge.action.FieldType;
import io.mostik.bridge.action.internal.Asked;
import io.mostik.bridge.action.internal.OnceForm;
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
record PostJson(ActionContext context) implements OnceSteps<Asked, Void, Integer> {

    private static final String PATH = "path";
    private static final String FIELD = "field_";

    static Action in(ActionContext context, Spec spec) {
        return spec.required(PATH, FieldType.KEY, "path below the address of the connection", "/hs/orders/paid")
                .further(FIELD)
                .result("status", FieldType.NUMBER, "HTTP status of the answer", "200")
                .writes(
                        context,
                        new OnceForm<>(
                                Void.class,
                                Integer.class,
                                WebTarget.LONGEST,
                                "posted",
                                status -> Fields.of("status", Integer.toString(status))),
                        new PostJson(context));
    }

    @Override
    public Sent<Integer> send(Asked asked, Optional<Void> before) {
        return Sent.result(target(asked)
                .post(asked.fields().text(PATH), asked.id(), asked.fields().under(FIELD)));
    }

    /** After a restore a document may have been posted under the id of an intent that is gone: no key helps then. */
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
