package io.mostik.testing.program;

import io.mostik.testing.internal.JsonObject;
import java.util.Locale;
import java.util.Map;

/**
 * Something that can be done at a vendor past its API, by name.
 *
 * @param defaults every parameter with the value it has unless one is given; its type is the parameter's
 */
record Action(String name, Kind kind, String text, Map<String, Object> defaults, Work work) {

    /** What an action is for. */
    enum Kind {
        /** Puts something there, as if it had been there before. */
        SEED,
        /** Lets something happen; who listens to the vendor is told. */
        EVENT,
        /** Says where the vendor tells of what happens. */
        HOOK,
        /** Sets one of the vendor's habits. */
        HABIT
    }

    /** Does it; what is returned goes to the caller as JSON. */
    @FunctionalInterface
    interface Work {
        Object on(Arguments given);
    }

    /** Does it where there is nothing to return. */
    @FunctionalInterface
    interface Silent {
        void on(Arguments given);
    }

    static Action seed(String name, String text, Map<String, Object> defaults, Work work) {
        return new Action(name, Kind.SEED, text, defaults, work);
    }

    static Action event(String name, String text, Map<String, Object> defaults, Work work) {
        return new Action(name, Kind.EVENT, text, defaults, work);
    }

    static Action hook(String name, String text, Map<String, Object> defaults, Silent work) {
        return new Action(name, Kind.HOOK, text, defaults, silent(work));
    }

    static Action habit(String name, String text, Map<String, Object> defaults, Silent work) {
        return new Action(name, Kind.HABIT, text, defaults, silent(work));
    }

    /** Makes work of what returns nothing. */
    static Work silent(Silent work) {
        return given -> {
            work.on(given);
            return Map.of();
        };
    }

    /** Returns parameters in their order: a name, its default, and so on. */
    static Map<String, Object> with(Object... namesAndDefaults) {
        JsonObject pairs = new JsonObject();
        for (int i = 0; i < namesAndDefaults.length; i += 2) {
            pairs.put(String.valueOf(namesAndDefaults[i]), namesAndDefaults[i + 1]);
        }
        return pairs;
    }

    Map<String, Object> describe() {
        return new JsonObject()
                .with("name", name)
                .with("kind", kind.name().toLowerCase(Locale.ROOT))
                .with("text", text)
                .with("parameters", defaults);
    }
}
