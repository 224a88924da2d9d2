package io.mostik.pbx.vcclive.internal;

import io.mostik.core.json.Json;
import io.mostik.pbx.vcclive.errors.BatchResult;
import io.mostik.pbx.vcclive.errors.BatchResult.Element;
import io.mostik.pbx.vcclive.errors.BatchResult.State;
import io.mostik.pbx.vcclive.errors.VccError;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The answer to a batch, with its errors still inside: {@link BatchTransport} wraps it. PHP writes an array where the
 * indexes have no gap, else an object with the indexes as keys; a position in an array is an index, too.
 *
 * @param batch the vendor's envelope
 */
public record BatchAnswer(Json batch) {

    private static final Pattern ID = Pattern.compile("[1-9][0-9]*");

    /** Refuses an answer that tells nothing about any element; the text ends up in the failure. */
    public BatchAnswer {
        if (!batch.isObject()) {
            throw new IllegalStateException("the answer tells nothing about the elements");
        }
    }

    /** Returns the result of each element. */
    public <I> BatchResult<I> of(List<I> items) {
        Json response = batch.get("response");
        List<VccError> errors = VccErrors.errors(batch);
        List<VccError> others = new ArrayList<>(errors);
        List<Element<I>> elements = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            List<VccError> own = errorsOf(i, items.size(), errors);
            others.removeAll(own);
            Json value = valueAt(i, response);
            elements.add(new Element<>(i, items.get(i), state(value, own), value, own));
        }
        return new BatchResult<>(elements, others);
    }

    private static List<VccError> errorsOf(int index, int size, List<VccError> errors) {
        boolean single = size == 1 && errors.size() == 1;
        return single
                ? errors
                : errors.stream()
                        .filter(error ->
                                error.index().isPresent() && error.index().getAsInt() == index)
                        .toList();
    }

    private static Json valueAt(int index, Json response) {
        if (response.isArray()) {
            List<Json> elements = response.elements();
            return index < elements.size() ? elements.get(index) : Json.of(null);
        }
        return response.isObject() ? response.get(Integer.toString(index)) : response;
    }

    private static State state(Json value, List<VccError> errors) {
        boolean refused =
                !errors.isEmpty() || value.text().filter("false"::equals).isPresent();
        if (refused) {
            return State.REFUSED;
        }
        boolean isDone = value.text().filter(BatchAnswer::isProof).isPresent();
        return isDone ? State.DONE : State.UNREPORTED;
    }

    /** The vendor answers {@code true}, or the id of what was made. */
    private static boolean isProof(String value) {
        return value.equals("true") || ID.matcher(value).matches();
    }
}
