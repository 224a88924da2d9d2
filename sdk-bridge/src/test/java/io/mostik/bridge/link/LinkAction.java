package io.mostik.bridge.link;

import io.mostik.bridge.Fields;
import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionCall;
import io.mostik.bridge.action.ActionResult;
import io.mostik.bridge.action.ActionSpec;
import io.mostik.bridge.action.FieldSpec;
import io.mostik.bridge.action.FieldType;
import io.mostik.core.Effect;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/** An action for tests of links: a required phone, an optional name, a sum and a day, and what begins with {@code field_}. */
final class LinkAction implements Action {

    private final String name;
    private final String vendor;
    private final Function<ActionCall, ActionResult> does;
    private final Queue<ActionCall> calls = new ConcurrentLinkedQueue<>();

    LinkAction(String name, String vendor, Function<ActionCall, ActionResult> does) {
        this.name = name;
        this.vendor = vendor;
        this.does = does;
    }

    static LinkAction of(String name, String vendor) {
        return new LinkAction(name, vendor, call -> ActionResult.done("done", Fields.of("record", "8377")));
    }

    List<ActionCall> calls() {
        return List.copyOf(calls);
    }

    @Override
    public ActionSpec spec() {
        return new ActionSpec(
                name,
                "Does what a test says.",
                Effect.ONCE,
                vendor,
                Optional.empty(),
                false,
                List.of(
                        FieldSpec.required("phone", FieldType.PHONE, "a phone", "+36301112233"),
                        FieldSpec.optional("name", FieldType.TEXT, "a name", "Nóra"),
                        FieldSpec.optional("sum", FieldType.MONEY, "a sum", "10"),
                        FieldSpec.optional("day", FieldType.DATE, "a day", "2026-11-29")),
                List.of(),
                "field_");
    }

    @Override
    public Optional<String> subject(Fields fields) {
        return fields.find("phone");
    }

    @Override
    public ActionResult attempt(ActionCall call) {
        calls.add(call);
        return does.apply(call);
    }
}
