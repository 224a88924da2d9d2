package io.mostik.testing;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Mutations of lists: an odd row, no paging, counts that contradict the rows. */
enum ListMutator implements Mutator {
    ODD_ROW {
        @Override
        public List<MutationPoint> places(JsonNode root) {
            List<MutationPoint> places = new ArrayList<>();
            JsonWalk.values(root, (pointer, value) -> {
                for (int i = 0; value.isArray() && i < value.size(); i++) {
                    JsonPointer row = pointer.appendIndex(i);
                    ODD.keySet().forEach(form -> places.add(new MutationPoint(row, form)));
                }
            });
            return places;
        }

        @Override
        public byte[] apply(JsonNode root, MutationPoint place) {
            JsonNode odd = Optional.ofNullable(ODD.get(place.form())).orElseThrow();
            return Json.write(JsonWalk.put(root, place.pointer(), odd));
        }
    },
    NO_PAGING {
        @Override
        public List<MutationPoint> places(JsonNode root) {
            return paging(root, PAGING).isEmpty() ? List.of() : List.of(MutationPoint.WHOLE);
        }

        @Override
        public byte[] apply(JsonNode root, MutationPoint place) {
            paging(root, PAGING).forEach(pointer -> JsonWalk.remove(root, pointer));
            return Json.write(root);
        }
    },
    WRONG_COUNTS {
        @Override
        public List<MutationPoint> places(JsonNode root) {
            List<MutationPoint> places = new ArrayList<>();
            for (JsonPointer block : paging(root, PAGING)) {
                JsonWalk.values(root.at(block), (inner, value) -> {
                    JsonPointer pointer = block.append(inner);
                    if (value.isIntegralNumber() && isCount(pointer)) {
                        places.add(new MutationPoint(pointer, Long.toString(value.asLong() + 1)));
                        places.add(new MutationPoint(pointer, value.asLong() == 0 ? "2" : "0"));
                    }
                });
            }
            return places;
        }

        @Override
        public byte[] apply(JsonNode root, MutationPoint place) {
            JsonNode wrong = JsonNodeFactory.instance.numberNode(Long.parseLong(place.form()));
            return Json.write(JsonWalk.put(root, place.pointer(), wrong));
        }
    };

    private static final Pattern PAGING =
            Pattern.compile(".*(pag|count|total|limit|offset|cursor|next|more|size).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern COUNT = Pattern.compile(".*(count|total|size).*", Pattern.CASE_INSENSITIVE);
    private static final Map<String, JsonNode> ODD = odd();

    private static boolean isCount(JsonPointer pointer) {
        return COUNT.matcher(pointer.last().getMatchingProperty()).matches();
    }

    /** Returns the properties beside the rows of a list that speak of paging. */
    private static List<JsonPointer> paging(JsonNode root, Pattern name) {
        List<JsonPointer> found = new ArrayList<>();
        JsonWalk.values(root, (pointer, value) -> {
            if (value instanceof ObjectNode object && hasRows(object)) {
                object.properties().stream()
                        .filter(field -> !field.getValue().isArray())
                        .filter(field -> name.matcher(field.getKey()).matches())
                        .forEach(field -> found.add(pointer.appendProperty(field.getKey())));
            }
        });
        return found;
    }

    private static boolean hasRows(ObjectNode object) {
        return object.properties().stream().anyMatch(field -> field.getValue().isArray());
    }

    private static Map<String, JsonNode> odd() {
        Map<String, JsonNode> odd = new LinkedHashMap<>();
        odd.put("null", NullNode.getInstance());
        odd.put("{}", JsonNodeFactory.instance.objectNode());
        odd.put("[]", JsonNodeFactory.instance.arrayNode());
        odd.put("text", TextNode.valueOf("not a row"));
        odd.put("number", JsonNodeFactory.instance.numberNode(7));
        return odd;
    }
}
