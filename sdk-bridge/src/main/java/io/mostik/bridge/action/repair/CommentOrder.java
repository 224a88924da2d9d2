package io.mostik.bridge.action.repair;

import io.mostik.bridge.Fields;
import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionContext;
import io.mostik.bridge.action.FieldType;
import io.mostik.bridge.action.internal.Asked;
import io.mostik.bridge.action.internal.OnceForm;
import io.mostik.core.once.OnceSteps;
import io.mostik.core.once.ReadBack;
import io.mostik.core.once.Sent;
import java.util.Optional;

/** Adds a comment to an order. The vendor shows no comments, so after a lost answer only a person knows. */
record CommentOrder(ActionContext context) implements OnceSteps<Asked, Void, Boolean> {

    private static final String PUBLIC = "public";

    static Action in(ActionContext context) {
        return RepairFields.ofOrder("ro.order.comment", "Adds a comment to an order of RemOnline.")
                .required(RepairFields.COMMENT, FieldType.TEXT, "the comment", "client called")
                .optional(PUBLIC, FieldType.FLAG, "whether clients may see it; they may not unless said", "false")
                .writes(
                        context,
                        OnceForm.of(Void.class, RepairActions.LONGEST, "comment_added"),
                        new CommentOrder(context));
    }

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
