package io.mostik.core.test;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.mostik.testing.Answer;
import io.mostik.testing.AnswerMutation;
import io.mostik.testing.MutatedAnswer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** The mutated answers of one call. */
final class HostileVariants {

    /** What leaves every value where it was: whoever reads such an answer at all has to find the same. */
    private static final Set<AnswerMutation> KEEP_THE_MEANING = EnumSet.of(
            AnswerMutation.EXTRA_PROPERTIES,
            AnswerMutation.REORDERED_PROPERTIES,
            AnswerMutation.DUPLICATE_KEYS,
            AnswerMutation.NUMBER_AS_TEXT);

    /**
     * One mutated answer.
     *
     * @param answer the answer, after the last mutation
     * @param mutations one, or the two of a pair
     */
    record Variant(MutatedAnswer answer, Set<AnswerMutation> mutations) {

        Variant(MutatedAnswer answer) {
            this(answer, EnumSet.of(answer.mutation()));
        }

        boolean keepsTheMeaning() {
            return KEEP_THE_MEANING.containsAll(mutations);
        }
    }

    private HostileVariants() {}

    /**
     * Returns every mutation at every place; of the rows of a list at the first, and odd rows before good ones; then so
     * many pairs of mutations, chosen by the seed. An error with status 200 is in no pair: it replaces the whole
     * answer, so that as the second it undoes the first, and as the first it leaves nothing of the answer to mutate.
     */
    static List<Variant> of(HostileCase<?> call, List<Answer> errors, int pairs, long seed) {
        Answer error = errors.get(0);
        List<MutatedAnswer> singles = new ArrayList<>(AnswerMutation.allVariants(call.answer(), error));
        errors.stream()
                .skip(1)
                .map(further -> AnswerMutation.ERROR_WITH_200.variants(call.answer(), further))
                .forEach(singles::addAll);
        call.rows().ifPresent(rows -> singles.addAll(withOddRowBefore(call.answer(), rows)));
        List<Variant> variants =
                new ArrayList<>(singles.stream().map(Variant::new).toList());
        Random random = new Random(seed ^ call.operation().hashCode());
        List<MutatedAnswer> once = pairable(singles);
        for (int i = 0; i < pairs; i++) {
            MutatedAnswer first = once.get(random.nextInt(once.size()));
            List<MutatedAnswer> twice = pairable(AnswerMutation.allVariants(first.answer(), error));
            MutatedAnswer second = twice.get(random.nextInt(twice.size()));
            variants.add(new Variant(
                    new MutatedAnswer(second.mutation(), first + " then " + second.place(), second.answer()),
                    EnumSet.of(first.mutation(), second.mutation())));
        }
        return variants;
    }

    private static List<MutatedAnswer> pairable(List<MutatedAnswer> variants) {
        return variants.stream()
                .filter(variant -> variant.mutation() != AnswerMutation.ERROR_WITH_200)
                .toList();
    }

    /** Returns the answer without its rows, if it has any; as it is otherwise. */
    static Answer withoutRows(Answer answer, Optional<String> rows) {
        JsonNode root = HostileJudge.tree(answer);
        if (rows.isPresent() && root.at(rows.get()) instanceof ArrayNode array) {
            array.removeAll();
            return new Answer(answer.status(), answer.headers(), root.toString().getBytes(StandardCharsets.UTF_8));
        }
        return answer;
    }

    /** Returns whether the answer is a list of objects that are read as such. */
    static boolean hasTypedRows(HostileCase<?> call) {
        return !call.has(HostileCase.Trait.ROWS_OF_ANY_SHAPE)
                && !call.has(HostileCase.Trait.ALWAYS_WHOLE)
                && call.rows()
                        .map(rows -> HostileJudge.tree(call.answer()).at(rows))
                        .filter(rows -> rows.path(0).isObject())
                        .isPresent();
    }

    /** Returns the answer with one row before the others that is none. */
    static Answer withOddRow(HostileCase<?> call) {
        return withOddRowBefore(call.answer(), call.rows().orElseThrow()).stream()
                .filter(variant -> variant.toString().endsWith("as text"))
                .findFirst()
                .orElseThrow()
                .answer();
    }

    private static List<MutatedAnswer> withOddRowBefore(Answer answer, String rows) {
        List<MutatedAnswer> variants = new ArrayList<>();
        odd().forEach((name, row) -> {
            JsonNode root = HostileJudge.tree(answer);
            if (root.at(JsonPointer.compile(rows)) instanceof ArrayNode array && !array.isEmpty()) {
                array.insert(0, row);
                byte[] body = root.toString().getBytes(StandardCharsets.UTF_8);
                variants.add(new MutatedAnswer(
                        AnswerMutation.ODD_ROW,
                        rows + "/0 before the others as " + name,
                        new Answer(answer.status(), answer.headers(), body)));
            }
        });
        return variants;
    }

    private static Map<String, JsonNode> odd() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        Map<String, JsonNode> odd = new LinkedHashMap<>();
        odd.put("null", json.nullNode());
        odd.put("{}", json.objectNode());
        odd.put("[]", json.arrayNode());
        odd.put("text", json.textNode("not a row"));
        odd.put("number", json.numberNode(7));
        return odd;
    }
}
