package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import java.util.List;
import java.util.function.Function;

/** Rows as lists are answered: fifty a page, in the envelope of either generation, or bare. */
final class Sheet {

    private static final int PAGE = 50;

    private Sheet() {}

    /** Answers one page as v2 does. */
    static <T> Answer paged(List<T> rows, int page, Function<T, JsonNode> shape) {
        ObjectNode answer = data(slice(rows, page), shape);
        answer.putObject("paging")
                .put("page", page)
                .put("total_pages", (rows.size() + PAGE - 1) / PAGE)
                .put("count", rows.size());
        return Answer.json(200, answer);
    }

    /** Answers one page as the older generations do. */
    static <T> Answer enveloped(List<T> rows, int page, Function<T, JsonNode> shape) {
        ObjectNode answer = data(slice(rows, page), shape);
        return Answer.json(
                200, answer.put("page", page).put("count", rows.size()).put("success", true));
    }

    /** Answers all rows under {@code data}. */
    static <T> ObjectNode data(List<T> rows, Function<T, JsonNode> shape) {
        return JsonNodeFactory.instance.objectNode().set("data", array(rows, shape));
    }

    /** Answers all rows as an array. */
    static <T> Answer bare(List<T> rows, Function<T, JsonNode> shape) {
        return Answer.json(200, array(rows, shape));
    }

    private static <T> ArrayNode array(List<T> rows, Function<T, JsonNode> shape) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        rows.forEach(row -> array.add(shape.apply(row)));
        return array;
    }

    private static <T> List<T> slice(List<T> rows, int page) {
        long from = Math.min(rows.size(), (page - 1L) * PAGE);
        return rows.subList((int) from, (int) Math.min(rows.size(), from + PAGE));
    }
}
