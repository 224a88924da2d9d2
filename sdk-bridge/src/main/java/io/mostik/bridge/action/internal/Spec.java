package io.mostik.bridge.action.internal;

import io.mostik.bridge.Fields;
import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionCall;
import io.mostik.bridge.action.ActionContext;
import io.mostik.bridge.action.ActionResult;
import io.mostik.bridge.action.ActionSpec;
import io.mostik.bridge.action.FieldSpec;
import io.mostik.bridge.action.FieldType;
import io.mostik.core.Effect;
import io.mostik.core.once.OnceSteps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Collects what an action is and does: once, valid for ever, no vendor, no subject, letting others pass, unless said
 * otherwise. Not thread-safe; what it makes is.
 */
public final class Spec {

    private final String name;
    private final String description;
    private final List<FieldSpec> fields = new ArrayList<>();
    private final List<FieldSpec> results = new ArrayList<>();
    private Effect effect = Effect.ONCE;
    private String vendor = "";
    private Optional<Duration> validFor = Optional.empty();
    private boolean holdsSubject;
    private String further = "";
    private SpecifiedAction.Parts parts = SpecifiedAction.Parts.NONE;

    private Spec(String name, String description) {
        this.name = name;
        this.description = description;
    }

    /** Begins with a name and one sentence. */
    public static Spec of(String name, String description) {
        return new Spec(name, description);
    }

    /** Says that it may happen twice without harm. */
    public Spec repeatable() {
        effect = Effect.REPEATABLE;
        return this;
    }

    /** Names the vendor whose connection it needs. */
    public Spec vendor(String needed) {
        vendor = needed;
        return this;
    }

    /** Says how long after acceptance a first try makes sense. */
    public Spec validFor(Duration length) {
        validFor = Optional.of(length);
        return this;
    }

    /** Says that an unknown outcome stops further intents of the subject. */
    public Spec holdsSubject() {
        holdsSubject = true;
        return this;
    }

    /** Adds a field that has to be there. */
    public Spec required(String field, FieldType type, String meaning, String example) {
        fields.add(FieldSpec.required(field, type, meaning, example));
        return this;
    }

    /** Adds a field that may be left out. */
    public Spec optional(String field, FieldType type, String meaning, String example) {
        fields.add(FieldSpec.optional(field, type, meaning, example));
        return this;
    }

    /** Adds a result. */
    public Spec result(String field, FieldType type, String meaning, String example) {
        results.add(FieldSpec.optional(field, type, meaning, example));
        return this;
    }

    /** Sets the prefix of fields that are not known beforehand. */
    public Spec further(String prefix) {
        further = prefix;
        return this;
    }

    /** Says what intents are carried out one at a time for. */
    public Spec subject(Function<Fields, Optional<String>> named) {
        parts = new SpecifiedAction.Parts(named, parts.resolved(), parts.upkeep());
        return this;
    }

    /** Says how an action whose workflow keeps records of its own takes over what a person found out. */
    public Spec resolved(BiConsumer<ActionCall, Boolean> takesOver) {
        parts = new SpecifiedAction.Parts(parts.subject(), takesOver, parts.upkeep());
        return this;
    }

    /** Adds what has to be done for it again and again. */
    public Spec upkeep(Duration pause, Runnable work) {
        Action.Upkeep added = new Action.Upkeep(pause, work);
        parts = new SpecifiedAction.Parts(parts.subject(), parts.resolved(), Optional.of(added));
        return this;
    }

    /** Returns an action that does this at each attempt, once its connection is there. */
    public Action does(ActionContext context, Function<ActionCall, ActionResult> work) {
        return new SpecifiedAction(build(), context, work, parts);
    }

    /** Returns an action that sends a write once under the id of its intent, and reads back after a lost answer. */
    public <S, R> Action writes(ActionContext context, OnceForm<S, R> form, OnceSteps<Asked, S, R> steps) {
        IntentWrites<S, R> writes = IntentWrites.of(context, name, form, steps);
        return does(context, call -> writes.attempt(call, form::done));
    }

    /** Returns what it says of itself. */
    public ActionSpec build() {
        return new ActionSpec(name, description, effect, vendor, validFor, holdsSubject, fields, results, further);
    }
}
