package io.mostik.bridge.action.vcc;

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
import io.mostik.core.once.Before;
import io.mostik.core.once.OnceSteps;
import io.mostik.core.once.ReadBack;
import io.mostik.core.once.Sent;
import io.mostik.pbx.vcclive.records.NewRecord;
import java.util.Optional;

/**
 * Adds a record to a project: somebody is called. The vendor publishes no way to look for a record, so after a lost answer
 * only a person knows whether it was added.
 */
final class AddRecord implements Action {

    private static final long NOT_TOLD = 0;

    private static final ActionSpec SPEC = Spec.of("vcc.record.add", "Adds a record to a project of VCC Live.")
            .vendor(VccActions.VENDOR)
            .required(VccFields.PROJECT, FieldType.NUMBER, "id of the project", "134")
            .result(VccFields.RECORD, FieldType.NUMBER, "id of the record, where the vendor tells it", "8377")
            .further(VccFields.FIELD)
            .build();

    private final IntentWrites<Void, Long> writes;

    AddRecord(ActionContext context) {
        this.writes = IntentWrites.of(
                context,
                new IntentWrites.Form<>(SPEC.name(), Void.class, Long.class, VccActions.longest(context)),
                new Steps(context));
    }

    @Override
    public ActionSpec spec() {
        return SPEC;
    }

    @Override
    public ActionResult attempt(ActionCall call) {
        return writes.attempt(
                call,
                id -> ActionResult.done(
                        "record_added",
                        id.filter(known -> known != NOT_TOLD)
                                .map(known -> Fields.of(VccFields.RECORD, Long.toString(known)))
                                .orElse(Fields.none())));
    }

    private record Steps(ActionContext context) implements OnceSteps<Asked, Void, Long> {

        @Override
        public Before<Void, Long> before(Asked asked) {
            NewRecord unused = record(asked);
            return Before.nothing();
        }

        @Override
        public Sent<Long> send(Asked asked, Optional<Void> before) {
            return Sent.result(VccFields.client(context, asked)
                    .records()
                    .add(VccFields.project(asked), record(asked))
                    .orElse(NOT_TOLD));
        }

        @Override
        public ReadBack<Long> readBack(Asked asked, Optional<Void> before) {
            return ReadBack.unknown();
        }

        private static NewRecord record(Asked asked) {
            return NewRecord.builder().form(VccFields.form(asked)).build();
        }
    }
}
