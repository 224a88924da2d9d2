package io.mostik.bridge.action.repair;

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
import io.mostik.core.once.OnceSteps;
import io.mostik.core.once.ReadBack;
import io.mostik.core.once.Sent;
import java.util.Optional;

/** Adds a comment to an order. The vendor shows no comments, so after a lost answer only a person knows. */
final class CommentOrder implements Action {

    private static final String PUBLIC = "public";

    private static final ActionSpec SPEC = Spec.of("ro.order.comment", "Adds a comment to an order of RemOnline.")
            .vendor(RepairActions.VENDOR)
            .required(RepairFields.ORDER, FieldType.NUMBER, RepairFields.ORDER_MEANING, "45000111")
            .required(RepairFields.COMMENT, FieldType.TEXT, "the comment", "client called")
            .optional(PUBLIC, FieldType.FLAG, "whether clients may see it; they may not unless said", "false")
            .build();

    private final IntentWrites<Void, Boolean> writes;

    CommentOrder(ActionContext context) {
        this.writes = IntentWrites.of(
                context,
                new IntentWrites.Form<>(SPEC.name(), Void.class, Boolean.class, RepairActions.LONGEST),
                new Steps(context));
    }

    @Override
    public ActionSpec spec() {
        return SPEC;
    }

    @Override
    public Optional<String> subject(Fields fields) {
        return RepairFields.orderSubject(fields);
    }

    @Override
    public ActionResult attempt(ActionCall call) {
        return writes.attempt(call, any -> ActionResult.done("comment_added"));
    }

    private record Steps(ActionContext context) implements OnceSteps<Asked, Void, Boolean> {

        @Override
        public Sent<Boolean> send(Asked asked, Optional<Void> before) {
            Fields fields = asked.fields();
            RepairFields.client(context, asked)
                    .orders()
                    .comment(
                            RepairFields.id(fields, RepairFields.ORDER),
                            fields.text(RepairFields.COMMENT),
                            !fields.isTrue(PUBLIC));
            return Sent.result(true);
        }

        @Override
        public ReadBack<Boolean> readBack(Asked asked, Optional<Void> before) {
            return ReadBack.unknown();
        }
    }
}
