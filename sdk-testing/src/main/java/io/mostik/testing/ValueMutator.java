package io.mostik.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Puts another value in the place of one. */
record ValueMutator(BiPredicate<MutationPoint, JsonNode> fits, Function<JsonNode, JsonNode> change, boolean addsMissing)
        implements Mutator {

    private static final String ADDED = "added";

    /** A word that no version of a vendor's document knows. */
    static final String UNKNOWN_WORD = "word_of_a_later_version";

    /** {@code null} for a property, for one that another row has, or for the whole document. */
    static ValueMutator nulls() {
        return anyValue(NullNode.getInstance());
    }

    /** This value for a property, for one that another row has, or for the whole document. */
    static ValueMutator anyValue(JsonNode value) {
        return new ValueMutator(
                (place, old) -> !old.equals(value)
                        && (place.isProperty() || place.pointer().matches()),
                old -> value,
                true);
    }

    static ValueMutator numbersAsText() {
        return new ValueMutator((place, old) -> old.isNumber(), old -> TextNode.valueOf(old.asText()), false);
    }

    static ValueMutator textAsNumber() {
        return new ValueMutator((place, old) -> old.isTextual(), old -> number(old.asText()), false);
    }

    static ValueMutator unknownWord() {
        return new ValueMutator((place, old) -> old.isTextual(), old -> TextNode.valueOf(UNKNOWN_WORD), false);
    }

    @Override
    public List<MutationPoint> places(JsonNode root) {
        List<MutationPoint> places = new ArrayList<>();
        JsonWalk.values(root, (pointer, value) -> {
            MutationPoint place = MutationPoint.of(pointer);
            if (fits.test(place, value)) {
                places.add(place);
            }
        });
        if (addsMissing) {
            places.addAll(missing(root));
        }
        return places;
    }

    @Override
    public boolean fits(JsonNode root, MutationPoint place) {
        JsonNode old = root.at(place.pointer());
        boolean added = addsMissing
                && old.isMissingNode()
                && root.at(place.pointer().head()).isObject();
        return added || (!old.isMissingNode() && fits.test(place, old));
    }

    @Override
    public byte[] apply(JsonNode root, MutationPoint place) {
        return Json.write(JsonWalk.put(root, place.pointer(), change.apply(root.at(place.pointer()))));
    }

    /** Returns the properties that some object lacks and another at the same place of another row has. */
    private static List<MutationPoint> missing(JsonNode root) {
        Map<String, Set<String>> names = new HashMap<>();
        objects(
                root,
                (place, object) -> object.fieldNames()
                        .forEachRemaining(
                                names.computeIfAbsent(place.anyRow().toString(), key -> new TreeSet<>())::add));
        List<MutationPoint> missing = new ArrayList<>();
        objects(
                root,
                (place, object) -> names.getOrDefault(place.anyRow().toString(), Set.of()).stream()
                        .filter(name -> !object.has(name))
                        .forEach(name ->
                                missing.add(new MutationPoint(place.pointer().appendProperty(name), ADDED))));
        return missing;
    }

    private static void objects(JsonNode root, BiConsumer<MutationPoint, JsonNode> visitor) {
        JsonWalk.values(root, (pointer, value) -> {
            if (value.isObject()) {
                visitor.accept(MutationPoint.of(pointer), value);
            }
        });
    }

    /** Returns the number a text spells; seven if it spells none. */
    private static JsonNode number(String text) {
        return text.matches("-?(0|[1-9]\\d{0,17})(\\.\\d{1,9})?")
                ? DecimalNode.valueOf(new BigDecimal(text))
                : JsonNodeFactory.instance.numberNode(7);
    }
}
