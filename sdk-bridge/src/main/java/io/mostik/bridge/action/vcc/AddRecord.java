package io.mostik.bridge.action.vcc;

import io.mostik.bridge.Fields;
import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionContext;
import io.mostik.bridge.action.FieldType;
import io.mostik.bridge.action.internal.Asked;
import io.mostik.bridge.action.internal.OnceForm;
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
record AddRecord(ActionContext context) implements OnceSteps<Asked, Void, Long> {

    private static final long NOT_TOLD = 0;

    static Action in(ActionContext context) {
        return VccFields.ofProject("vcc.record.add", "Adds a record to a project of VCC Live.")
                .result(VccFields.RECORD, FieldType.NUMBER, "id of the record, where the vendor tells it", "8377")
                .further(VccFields.FIELD)
                .writes(
                        context,
                        new OnceForm<>(
                                Void.class, Long.class, VccActions.longest(context), "record_added", AddRecord::told),
                        new AddRecord(context));
    }

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

    private static Fields told(long id) {
        return id == NOT_TOLD ? Fields.none() : Fields.of(VccFields.RECORD, Long.toString(id));
    }
}
