package io.mostik.bridge.action.internal;

import io.mostik.bridge.action.ActionSpec;
import io.mostik.bridge.action.FieldSpec;
import io.mostik.bridge.action.FieldType;
import io.mostik.core.Effect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what an action says of itself: once, valid for ever, no vendor, letting others pass, unless said otherwise. */
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

    /** Returns what was collected. */
    public ActionSpec build() {
        return new ActionSpec(name, description, effect, vendor, validFor, holdsSubject, fields, results, further);
    }
}
