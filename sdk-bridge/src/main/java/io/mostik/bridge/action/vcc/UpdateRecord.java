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
import io.mostik.bridge.action.internal.Seen;
import io.mostik.bridge.action.internal.Spec;
import io.mostik.core.json.Json;
import io.mostik.core.once.Before;
import io.mostik.core.once.OnceSteps;
import io.mostik.core.once.ReadBack;
import io.mostik.core.once.Sent;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sets fields of a record. After a lost answer the record is read: with the wanted values it happened, with the values of
 * before it did not, with others somebody has changed it since and nobody can tell.
 */
final class UpdateRecord implements Action {

    private static final ActionSpec SPEC = Spec.of("vcc.record.update", "Sets fields of a record of VCC Live.")
            .vendor(VccActions.VENDOR)
            .required(VccFields.PROJECT, FieldType.NUMBER, "id of the project", "134")
            .required(VccFields.RECORD, FieldType.NUMBER, "id of the record", "8377")
            .further(VccFields.FIELD)
            .build();

    private final IntentWrites<String, Boolean> writes;

    UpdateRecord(ActionContext context) {
        this.writes = IntentWrites.of(
                context,
                new IntentWrites.Form<>(SPEC.name(), String.class, Boolean.class, VccActions.longest(context)),
                new Steps(context));
    }

    @Override
    public ActionSpec spec() {
        return SPEC;
    }

    @Override
    public Optional<String> subject(Fields fields) {
        return VccFields.subject(fields);
    }

    @Override
    public ActionResult attempt(ActionCall call) {
        return writes.attempt(call, any -> ActionResult.done("record_updated"));
    }

    private record Steps(ActionContext context) implements OnceSteps<Asked, String, Boolean> {

        @Override
        public Before<String, Boolean> before(Asked asked) {
            return Before.state(Seen.digest(shown(asked)));
        }

        @Override
        public Sent<Boolean> send(Asked asked, Optional<String> before) {
            VccFields.client(context, asked)
                    .records()
                    .update(VccFields.project(asked), VccFields.record(asked), VccFields.form(asked));
            return Sent.result(true);
        }

        @Override
        public ReadBack<Boolean> readBack(Asked asked, Optional<String> before) {
            SortedMap<String, String> now = shown(asked);
            return Seen.compared(now, wanted(asked), before, true);
        }

        private static SortedMap<String, String> wanted(Asked asked) {
            return new TreeMap<>(asked.fields().under(VccFields.FIELD));
        }

        private SortedMap<String, String> shown(Asked asked) {
            Map<String, Json> data = VccFields.client(context, asked)
                    .records()
                    .get(VccFields.project(asked), VccFields.record(asked))
                    .data();
            SortedMap<String, String> shown = new TreeMap<>();
            VccFields.form(asked)
                    .keySet()
                    .forEach(name -> shown.put(
                            name,
                            Optional.ofNullable(data.get(name))
                                    .flatMap(Json::text)
                                    .orElse("")));
            return shown;
        }
    }
}
