package io.mostik.bridge.action.vcc;

import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionContext;
import io.mostik.bridge.action.internal.Asked;
import io.mostik.bridge.action.internal.OnceForm;
import io.mostik.bridge.action.internal.Seen;
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
record UpdateRecord(ActionContext context) implements OnceSteps<Asked, String, Boolean> {

    static Action in(ActionContext context) {
        return VccFields.ofRecord("vcc.record.update", "Sets fields of a record of VCC Live.")
                .further(VccFields.FIELD)
                .writes(
                        context,
                        OnceForm.of(String.class, VccActions.longest(context), "record_updated"),
                        new UpdateRecord(context));
    }

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
                        Optional.ofNullable(data.get(name)).flatMap(Json::text).orElse("")));
        return shown;
    }
}
