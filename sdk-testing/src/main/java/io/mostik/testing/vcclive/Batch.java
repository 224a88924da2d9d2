package io.mostik.testing.vcclive;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Executes a batch request element by element, and reports the result of each. */
final class Batch {

    private final Map<String, Object> done = new LinkedHashMap<>();
    private final List<Map<String, Object>> errors = new ArrayList<>();

    private Batch() {}

    static Batch of(JsonNode elements, Work work) {
        Batch batch = new Batch();
        for (int i = 0; i < elements.size(); i++) {
            try {
                batch.done.put(Integer.toString(i), work.on(elements.get(i)));
            } catch (VccRefusal refusal) {
                batch.errors.add(refusal.item(i));
            }
        }
        return batch;
    }

    boolean isAllRefused() {
        return done.isEmpty() && !errors.isEmpty();
    }

    /**
     * Answers an array if all went well, else an object keyed by the index of what did, and the errors of what did not.
     */
    Answer answer() {
        return errors.isEmpty() ? VccEnvelope.ok(List.copyOf(done.values())) : answerByIndex();
    }

    /** Answers an object keyed by index, whether all went well or not. */
    Answer answerByIndex() {
        return VccEnvelope.of(isAllRefused() ? 417 : 200, VccRecord.orEmptyArray(done), errors);
    }

    /** Does one element, and returns what the answer says of it. */
    @FunctionalInterface
    interface Work {

        Object on(JsonNode element);
    }
}
