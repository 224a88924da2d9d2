package io.mostik.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One way in which an answer can be hostile and still legal: vendors and proxies do all of these. Applied by
 * {@link AnswerMutator} to what a simulator answers, or by {@link #variants} to any answer, as a test of all endpoints
 * does. Only answers with a status of 2xx are mutated, and what needs JSON leaves others as they are.
 */
@SuppressWarnings("ImmutableEnumChecker") // Mutators have no state.
public enum AnswerMutation {
    /** One property is {@code null}, also one that only other rows have there; or the whole document is. */
    NULL_VALUE(ValueMutator.nulls()),
    /** One property is left out. */
    MISSING_PROPERTY(new MissingMutator()),
    /** Every object begins with a property nobody knows. */
    EXTRA_PROPERTIES(KeyMutator.EXTRA),
    /** The properties of every object come in the opposite order. */
    REORDERED_PROPERTIES(KeyMutator.REORDERED),
    /** One number is written as text. */
    NUMBER_AS_TEXT(ValueMutator.numbersAsText()),
    /** One text is written as a number: as the one it spells, else as 7. */
    TEXT_AS_NUMBER(ValueMutator.textAsNumber()),
    /** One property, or the whole document, is an empty object. */
    EMPTY_OBJECT(ValueMutator.anyValue(JsonNodeFactory.instance.objectNode())),
    /** One property, or the whole document, is an empty array, as PHP writes an empty object. */
    EMPTY_ARRAY(ValueMutator.anyValue(JsonNodeFactory.instance.arrayNode())),
    /** One text is a word that no version of the vendor's document knows. */
    UNKNOWN_WORD(ValueMutator.unknownWord()),
    /** One row of a list is {@code null}, empty, or of another type. */
    ODD_ROW(ListMutator.ODD_ROW),
    /** A list comes without what says how long it is and where it goes on. */
    NO_PAGING(ListMutator.NO_PAGING),
    /** A list says that it has more rows, or fewer, than it has. */
    WRONG_COUNTS(ListMutator.WRONG_COUNTS),
    /** Every property name is in upper case. */
    UPPER_CASE_KEYS(KeyMutator.UPPER_CASE),
    /** Every property name is in lower case. */
    LOWER_CASE_KEYS(KeyMutator.LOWER_CASE),
    /** Every property occurs twice, with the same value. */
    DUPLICATE_KEYS(KeyMutator.DUPLICATE),
    /** Status 200 with the body by which the vendor reports an error. */
    ERROR_WITH_200((answer, error) -> new Answer(200, error.headers(), error.body())),
    /** Status 200 without a body. */
    EMPTY_BODY((answer, error) -> body(answer, "")),
    /** Status 200 with a page, still declared as it was. */
    HTML_BODY((answer, error) -> body(answer, "<!DOCTYPE html><html><body>Please log in</body></html>")),
    /** Status 200 with a word that is no JSON, still declared as it was. */
    PLAIN_TEXT_BODY((answer, error) -> body(answer, "Service is being updated"));

    private final Optional<Mutator> json;
    private final BinaryOperator<Answer> whole;

    AnswerMutation(Mutator json) {
        this.json = Optional.of(json);
        this.whole = (answer, error) -> answer;
    }

    AnswerMutation(BinaryOperator<Answer> whole) {
        this.json = Optional.empty();
        this.whole = whole;
    }

    /**
     * Returns every answer this can make of one; of the rows of one list it takes the first. Empty if it does not
     * apply.
     *
     * @param answer what the vendor answers
     * @param error how the vendor reports an error; its status does not matter
     */
    public List<MutatedAnswer> variants(Answer answer, Answer error) {
        Set<String> seen = new TreeSet<>();
        return places(answer).stream()
                .filter(place -> seen.add(place.anyRow().toString()))
                .map(place -> apply(answer, error, place))
                .toList();
    }

    /** Returns every variant of every mutation. */
    public static List<MutatedAnswer> allVariants(Answer answer, Answer error) {
        return Stream.of(values())
                .flatMap(mutation -> mutation.variants(answer, error).stream())
                .collect(Collectors.toUnmodifiableList());
    }

    /** Returns every place it can be applied to, each row of a list too. */
    List<MutationPoint> places(Answer answer) {
        requireNonNull(answer, "answer");
        if (answer.status() / 100 != 2) {
            return List.of();
        }
        if (json.isEmpty()) {
            return List.of(MutationPoint.WHOLE);
        }
        JsonNode root = Json.read(answer.body());
        return root.isMissingNode() ? List.of() : json.get().places(root);
    }

    /** Returns whether it can be applied just there. */
    boolean fits(Answer answer, MutationPoint place) {
        return answer.status() / 100 == 2
                && json.map(mutator -> mutator.fits(Json.read(answer.body()), place))
                        .orElse(false);
    }

    MutatedAnswer apply(Answer answer, Answer error, MutationPoint place) {
        Answer mutated = json.map(mutator ->
                        new Answer(answer.status(), answer.headers(), mutator.apply(Json.read(answer.body()), place)))
                .orElseGet(() -> whole.apply(answer, error));
        return new MutatedAnswer(this, place.toString(), mutated);
    }

    private static Answer body(Answer answer, String text) {
        return new Answer(200, answer.headers(), text.getBytes(UTF_8));
    }
}
