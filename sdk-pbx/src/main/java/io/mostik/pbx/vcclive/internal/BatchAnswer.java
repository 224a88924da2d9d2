package io.mostik.pbx.vcclive.internal;

import io.mostik.core.json.Json;
import io.mostik.pbx.vcclive.errors.BatchResult;
import io.mostik.pbx.vcclive.errors.BatchResult.Element;
import io.mostik.pbx.vcclive.errors.BatchResult.State;
import io.mostik.pbx.vcclive.errors.VccError;
import java.util.ArrayList;
import java.util.List;

/**
 * The answer to a batch, with its errors still inside: {@link BatchTransport} wraps it. PHP writes an array where the
 * indexes have no gap, else an object with the indexes as keys; a position in an array is an index, too.
 *
 * @param batch the vendor's envelope
 */
public record BatchAnswer(Json batch) {

    /** Returns what became of each element. */
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
        return value.isPresent() ? State.DONE : State.UNREPORTED;
    }
}
