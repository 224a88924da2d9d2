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

    /** Refuses what was wrong with the request, then answers the page it asks for, as its generation does. */
    static <T> Answer page(RequestReader ask, List<T> rows, Function<T, JsonNode> shape) {
        int page = ask.page();
        ask.check();
        ObjectNode answer = data(slice(rows, page), shape);
        if (ask.dialect() == Dialect.V1) {
            return Answer.json(
                    200, answer.put("page", page).put("count", rows.size()).put("success", true));
        }
        answer.putObject("paging")
                .put("page", page)
                .put("total_pages", (rows.size() + PAGE - 1) / PAGE)
                .put("count", rows.size());
        return Answer.json(200, answer);
    }

    /** Answers one row as the older generations do. */
    static Answer one(JsonNode row) {
        return Answer.json(200, Shape.object().put("success", true).set("data", row));
    }

    /** Answers all rows as the older generations do. */
    static Answer all(RequestReader ask, List<ObjectNode> rows) {
        ask.check();
        return Answer.json(200, data(rows, row -> row).put("success", true));
    }

    /** Answers all rows under {@code data}. */
    static <T> ObjectNode data(List<T> rows, Function<T, JsonNode> shape) {
        return Shape.object().set("data", array(rows, shape));
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
