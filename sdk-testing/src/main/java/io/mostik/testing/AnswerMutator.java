package io.mostik.testing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Mutates the next answers just before they are written, without touching what the vendor has done. Each setting is for
 * one answer to any request, unless narrowed by {@link Setting}; of several that can be applied to an answer the oldest
 * is used, and one that cannot be applied waits. Where a mutation has a choice of places, a seed decides. Thread-safe.
 *
 * <pre>{@code
 * vendor.answers().apply(AnswerMutation.NULL_VALUE).on("PUT", "/api/v3/card/limits/set_batch").seed(7);
 * }</pre>
 */
public final class AnswerMutator {

    private final List<Setting> settings = new ArrayList<>();
    private final List<MutatedAnswer> applied = new ArrayList<>();

    AnswerMutator() {}

    /** Mutates the next answer so. */
    public synchronized Setting apply(AnswerMutation mutation) {
        Setting setting = new Setting(this, requireNonNull(mutation, "mutation"));
        settings.add(setting);
        return setting;
    }

    /** Returns how many settings are in force. */
    public synchronized int waiting() {
        return settings.size();
    }

    /** Takes back every setting. */
    public synchronized void off() {
        settings.clear();
    }

    /** Returns the answers mutated so far, each with mutation and place. */
    public synchronized List<MutatedAnswer> applied() {
        return List.copyOf(applied);
    }

    /** Returns what is written to the client. */
    synchronized Answer mutate(RecordedRequest request, Answer answer, Supplier<Answer> error) {
        for (Iterator<Setting> each = settings.iterator(); each.hasNext(); ) {
            Setting setting = each.next();
            List<MutationPoint> places = setting.pattern.fits(request) ? setting.places(answer) : List.of();
            if (!places.isEmpty()) {
                if (setting.useUp()) {
                    each.remove();
                }
                MutationPoint place = places.get(setting.random.nextInt(places.size()));
                MutatedAnswer mutated = setting.mutation.apply(answer, error.get(), place);
                applied.add(mutated);
                return mutated.answer();
            }
        }
        return answer;
    }

    /** One mutation, already in force; its methods narrow or prolong it. */
    public static final class Setting {

        private static final int ALWAYS = -1;

        private final AnswerMutator owner;
        private final AnswerMutation mutation;
        private RequestPattern pattern = RequestPattern.ANY;
        private String property = "";
        private Optional<MutationPoint> exact = Optional.empty();
        private Random random = new Random(0);
        private int left = 1;

        private Setting(AnswerMutator owner, AnswerMutation mutation) {
            this.owner = owner;
            this.mutation = mutation;
        }

        /** Mutates so many answers instead of one. */
        public Setting times(int answers) {
            if (answers < 1) {
                throw new IllegalArgumentException("answers must be positive: " + answers);
            }
            return set(() -> left = answers);
        }

        /** Mutates every answer until {@link AnswerMutator#off}. */
        public Setting always() {
            return set(() -> left = ALWAYS);
        }

        /** Mutates only answers to this verb on a path of this shape, such as {@code /orders/{id}}. */
        public Setting on(String onlyMethod, String pathOrTemplate) {
            RequestPattern only = new RequestPattern(onlyMethod, pathOrTemplate);
            return set(() -> pattern = only);
        }

        /** Mutates only properties of this name, wherever they are. */
        public Setting property(String name) {
            requireNonNull(name, "name");
            return set(() -> property = name);
        }

        /**
         * Mutates just this place, a JSON pointer such as {@code /data/0/status}. {@code null}, an empty object and an
         * empty array may also be put where nothing was.
         */
        public Setting at(String jsonPointer) {
            MutationPoint only = MutationPoint.of(JsonPointer.compile(jsonPointer));
            return set(() -> exact = Optional.of(only));
        }

        /** Sets what decides between places; 0 unless set. */
        public Setting seed(long seed) {
            return set(() -> random = new Random(seed));
        }

        private Setting set(Runnable change) {
            synchronized (owner) {
                change.run();
            }
            return this;
        }

        private List<MutationPoint> places(Answer answer) {
            if (exact.isPresent()) {
                return exact.filter(place -> mutation.fits(answer, place)).stream()
                        .toList();
            }
            return mutation.places(answer).stream()
                    .filter(place -> property.isEmpty() || place.isAt(property))
                    .toList();
        }

        /** Counts one use; returns whether it was the last. */
        private boolean useUp() {
            if (left != ALWAYS) {
                left--;
            }
            return left == 0;
        }
    }
}
