package io.mostik.bridge.gateway;

import io.mostik.bridge.Fields;
import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionCall;
import io.mostik.bridge.action.ActionContext;
import io.mostik.bridge.action.ActionProvider;
import io.mostik.bridge.action.ActionResult;
import io.mostik.bridge.action.ActionSpec;
import io.mostik.bridge.action.FieldSpec;
import io.mostik.bridge.action.FieldType;
import io.mostik.core.Effect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Actions of an embedder that end as a test says: at once done, unless something else was said for a document. */
final class ScriptedActions implements ActionProvider {

    private final Map<String, Function<ActionCall, ActionResult>> ends = new ConcurrentHashMap<>();
    private final Map<String, Integer> attempts = new ConcurrentHashMap<>();

    void on(String document, Function<ActionCall, ActionResult> end) {
        ends.put(document, end);
    }

    int attempts(String document) {
        return attempts.getOrDefault(document, 0);
    }

    @Override
    public List<Action> actions(ActionContext context) {
        return List.of(new Scripted(spec("test.pay", true)), new Scripted(spec("test.note", false)));
    }

    private static ActionSpec spec(String name, boolean movesMoney) {
        return new ActionSpec(
                name,
                "For tests.",
                Effect.ONCE,
                "",
                Optional.empty(),
                movesMoney,
                List.of(
                        FieldSpec.required("order", FieldType.KEY, "The order.", "1001"),
                        FieldSpec.required("sum", FieldType.MONEY, "The sum.", "1450.50"),
                        FieldSpec.optional("employee", FieldType.REFERENCE, "Somebody.", "17"),
                        FieldSpec.optional("phone", FieldType.PHONE, "A number.", "+36301112233"),
                        FieldSpec.optional("text", FieldType.TEXT, "A text.", "x")),
                List.of(
                        FieldSpec.optional("limit", FieldType.MONEY, "The limit.", "1450.50"),
                        FieldSpec.optional("flag", FieldType.FLAG, "A flag.", "true")),
                "field_");
    }

    private final class Scripted implements Action {

        private final ActionSpec spec;

        Scripted(ActionSpec spec) {
            this.spec = spec;
        }

        @Override
        public ActionSpec spec() {
            return spec;
        }

        @Override
        public ActionResult attempt(ActionCall call) {
            attempts.merge(call.document(), 1, Integer::sum);
            return ends.getOrDefault(
                            call.document(),
                            asked -> ActionResult.done(
                                    "limit_set",
                                    Fields.of("limit", asked.fields().text("sum"))
                                            .with("flag", "true")))
                    .apply(call);
        }
    }
}
