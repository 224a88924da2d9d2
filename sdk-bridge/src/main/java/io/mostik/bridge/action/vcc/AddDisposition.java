package io.mostik.bridge.action.vcc;

import io.mostik.bridge.Fields;
import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionContext;
import io.mostik.bridge.action.FieldType;
import io.mostik.bridge.action.internal.Asked;
import io.mostik.bridge.action.internal.LocalDates;
import io.mostik.bridge.action.internal.OnceForm;
import io.mostik.core.Effect;
import io.mostik.core.json.Json;
import io.mostik.core.once.Before;
import io.mostik.core.once.OnceSteps;
import io.mostik.core.once.ReadBack;
import io.mostik.core.once.Sent;
import io.mostik.pbx.vcclive.records.NewDisposition;
import java.util.Optional;

/**
 * Sets a disposition on a record. The vendor lists the dispositions of a record and tells none from another: after a lost
 * answer, as many as before mean that it did not happen, and more that nobody can tell.
 */
record AddDisposition(ActionContext context) implements OnceSteps<Asked, Integer, Boolean> {

    private static final String DISPOSITION = "disposition";
    private static final String USER = "user";
    private static final String COMMENT = "comment";
    private static final String CALL_AT = "call_at";
    private static final String PATH = "/projects/{projectId}/records/{numberId}";

    static Action in(ActionContext context) {
        return VccFields.ofRecord(
                        "vcc.disposition.add",
                        "Sets a disposition on a record of VCC Live; with call_at an appointment.")
                .required(DISPOSITION, FieldType.NUMBER, "id of the disposition", "12")
                .required(USER, FieldType.NUMBER, "id of the agent it is booked to", "17")
                .optional(COMMENT, FieldType.TEXT, "a comment", "asked for a call")
                .optional(
                        CALL_AT,
                        FieldType.DATE,
                        "when to call; the account keeps the bridge's zone",
                        "2026-11-29T13:05:00")
                .writes(
                        context,
                        OnceForm.of(Integer.class, VccActions.longest(context), "disposition_added"),
                        new AddDisposition(context));
    }

    @Override
    public Before<Integer, Boolean> before(Asked asked) {
        NewDisposition unused = disposition(asked.fields());
        return count(asked).<Before<Integer, Boolean>>map(Before::state).orElseGet(Before::nothing);
    }

    @Override
    public Sent<Boolean> send(Asked asked, Optional<Integer> before) {
        VccFields.client(context, asked)
                .records()
                .addDisposition(VccFields.project(asked), VccFields.record(asked), disposition(asked.fields()));
        return Sent.result(true);
    }

    @Override
    public ReadBack<Boolean> readBack(Asked asked, Optional<Integer> before) {
        boolean isAsBefore = before.isPresent() && before.equals(count(asked));
        return isAsBefore ? ReadBack.notApplied() : ReadBack.unknown();
    }

    private NewDisposition disposition(Fields fields) {
        NewDisposition.Builder disposition = NewDisposition.builder()
                .dispositionId(fields.number(DISPOSITION).longValueExact())
                .userId(fields.number(USER).longValueExact());
        fields.find(COMMENT).ifPresent(disposition::description);
        fields.find(CALL_AT).map(text -> LocalDates.time(text, context.zone())).ifPresent(disposition::nextCallDate);
        return disposition.build();
    }

    /** Returns how many there are; empty where the answer has no list of them, which is not an empty one. */
    private Optional<Integer> count(Asked asked) {
        Json events = VccFields.client(context, asked)
                .raw()
                .call(Effect.READ, "GET", PATH)
                .path("projectId", VccFields.project(asked))
                .path("numberId", VccFields.record(asked))
                .send()
                .at("response", "events");
        boolean isList = events.isArray() && events.elements().stream().allMatch(Json::isObject);
        return isList ? Optional.of(events.elements().size()) : Optional.empty();
    }
}
