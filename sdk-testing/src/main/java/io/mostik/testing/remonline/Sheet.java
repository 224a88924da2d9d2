package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Rows as lists are answered: fifty a page, in the envelope of either generation, or bare. */
final class Sheet {

    static final int PAGE = 50;

    private Sheet() {}

    /** Refuses what was wrong with the request, then answers the page it asks for, as its generation does. */
    static <T> Answer page(RemOnlineRequest ask, List<T> rows, Function<T, JsonNode> shape) {
        int page = ask.page();
        int size = ask.rowsAPage();
        ask.check();
        List<T> slice = rows.stream().skip((long) (page - 1) * size).limit(size).toList();
        ObjectNode answer = Shape.object().set("data", array(slice, shape));
        if (ask.dialect() == Dialect.V1) {
            return Answer.json(
                    200, answer.put("page", page).put("count", rows.size()).put("success", true));
        }
        answer.putObject("paging")
                .put("page", page)
                .put("total_pages", (rows.size() + size - 1) / size)
                .put("count", rows.size());
        return Answer.json(200, answer);
    }

    static Answer ok(JsonNode body) {
        return Answer.json(200, body);
    }

    /** Answers one row as the older generations do. */
    static Answer one(JsonNode row) {
        return ok(Shape.object().put("success", true).set("data", row));
    }

    /** Answers what was written, or an array of rows, as the older generations do. */
    static Answer success(JsonNode data) {
        return ok(Shape.object().<ObjectNode>set("data", data).put("success", true));
    }

    /** Answers all rows as the older generations do. */
    static <T> Answer all(RemOnlineRequest ask, Collection<T> rows, Function<T, ? extends JsonNode> shape) {
        ask.check();
        return success(array(rows, shape));
    }

    static Answer all(RemOnlineRequest ask, List<? extends JsonNode> rows) {
        return all(ask, rows, row -> row);
    }

    /** Answers all rows under {@code data}. */
    static <T> Answer data(Collection<T> rows, Function<T, JsonNode> shape) {
        return ok(Shape.object().set("data", array(rows, shape)));
    }

    /** Answers all rows as an array. */
    static <T> Answer bare(Collection<T> rows, Function<T, JsonNode> shape) {
        return ok(array(rows, shape));
    }

    private static <T> ArrayNode array(Collection<T> rows, Function<T, ? extends JsonNode> shape) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        rows.forEach(row -> array.add(shape.apply(row)));
        return array;
    }
}
