package io.mostik.core.test;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.mostik.core.Effect;
import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.test.HostileCase.Trait;
import io.mostik.testing.Answer;
import io.mostik.testing.AnswerMutation;
import io.mostik.testing.MutatedAnswer;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides whether a call was allowed to end as it did, from the answer that came. */
final class HostileJudge {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String COUNT_NAME = "(?:count|total|total_?number|total_?count|total_?items)";
    private static final Pattern COUNT = Pattern.compile(COUNT_NAME, Pattern.CASE_INSENSITIVE);
    private static final Pattern COUNTED = Pattern.compile(".*/" + COUNT_NAME + " as (\\d+)", Pattern.CASE_INSENSITIVE);

    /** A property that was added, in the list of the unknown ones or among the keys of a map; a list of it alone goes whole. */
    private static final Pattern LATER = Pattern.compile(
            "unknown=\\[propertyOfALaterVersion](?:, )?|propertyOfALaterVersion(?:, )?|, propertyOfALaterVersion");

    /** What may not be. */
    enum Fault {
        /** Something else than a failure of the SDK came out. */
        OTHER_THROWABLE,
        /** The failure says something that nobody can know. */
        WRONG_OUTCOME,
        /** Rows are missing, and nothing says so. */
        SILENTLY_SHORT,
        /** The answer says what it said before, only in other words, and another value came. */
        OTHER_VALUE,
        /** What is no answer of the vendor was taken for one, or a write for done though nothing says that it is. */
        WITHOUT_PROOF
    }

    private final HostileCase<?> call;
    private final Effect effect;
    private final List<Answer> errors;
    private final JsonNode sound;
    private final Optional<Object> right;

    HostileJudge(HostileCase<?> call, Effect effect, List<Answer> errors, Optional<Object> right) {
        this.call = call;
        this.effect = effect;
        this.errors = errors;
        this.sound = tree(call.answer());
        this.right = right;
    }

    Optional<Fault> fault(HostileVariants.Variant variant, HostileEnd end) {
        boolean isSame = variant.keepsTheMeaning() && !call.has(Trait.UNTYPED);
        return isSame && end instanceof HostileEnd.Value value && !isRightButForUnknown(value)
                ? Optional.of(Fault.OTHER_VALUE)
                : fault(variant.answer(), end);
    }

    /** Returns whether the right value came; a model may say that there was a property it does not know, and so may a map. */
    private boolean isRightButForUnknown(HostileEnd.Value value) {
        return isRight(value) || withoutLater(value.value()).equals(withoutLater(right));
    }

    private static String withoutLater(Object value) {
        return LATER.matcher(value.toString()).replaceAll("");
    }

    /** Returns whether the value came that the answer brings as the vendor documents it. */
    boolean isRight(HostileEnd end) {
        return end instanceof HostileEnd.Value value && value.value().equals(right);
    }

    private Optional<Fault> fault(MutatedAnswer mutated, HostileEnd end) {
        if (end instanceof HostileEnd.Thrown) {
            return Optional.of(Fault.OTHER_THROWABLE);
        }
        if (end instanceof HostileEnd.Refused refused) {
            return isTrue(mutated, refused.failure()) ? Optional.empty() : Optional.of(Fault.WRONG_OUTCOME);
        }
        JsonNode body = tree(mutated.answer());
        if (lacksRows(body) || isShort(mutated, body)) {
            return Optional.of(Fault.SILENTLY_SHORT);
        }
        return isUnproven(mutated.answer(), body) || lacksResult((HostileEnd.Value) end)
                ? Optional.of(Fault.WITHOUT_PROOF)
                : Optional.empty();
    }

    /** A read has nothing that can have happened; of a write nothing is known, but for the vendor's own refusal. */
    private boolean isTrue(MutatedAnswer mutated, SdkException failure) {
        boolean refusal = mutated.mutation() == AnswerMutation.ERROR_WITH_200 || isError(mutated.answer());
        return failure.outcome() == Outcome.UNKNOWN || (refusal && failure.outcome() == Outcome.REJECTED);
    }

    /** A list whose rows are not there, or are something that no row can be. */
    private boolean lacksRows(JsonNode body) {
        if (call.rows().isEmpty() || (call.has(Trait.NOTHING_MEANS_NONE) && isNothing(body))) {
            return false;
        }
        JsonNode rows = call.has(Trait.BARE_LIST) && body.isArray()
                ? body
                : body.at(call.rows().get());
        if (rows.isMissingNode() || rows.isNull()) {
            boolean paged = body.hasNonNull("offset") && body.hasNonNull("limit");
            return !(call.has(Trait.EMPTY_LIST_IS_LEFT_OUT) && paged)
                    && !(call.has(Trait.NO_ROWS_ARE_COUNTED) && countsNone(body));
        }
        return !rows.isArray()
                || (hasObjects(sound.at(call.rows().get())) && !call.has(Trait.ROWS_OF_ANY_SHAPE) && hasOdd(rows));
    }

    /** Returns whether this is one of the forms in which PHP answers "nothing"; no body is one of them. */
    private static boolean isNothing(JsonNode body) {
        return !body.isContainerNode()
                && (body.isMissingNode() || List.of("", "0", "false", "null").contains(body.asText()));
    }

    private static boolean countsNone(JsonNode body) {
        return body.properties().stream()
                .anyMatch(property -> COUNT.matcher(property.getKey()).matches()
                        && property.getValue().asText().equals("0"));
    }

    private static boolean hasObjects(JsonNode rows) {
        return !rows.isEmpty() && rows.get(0).isObject();
    }

    /** Returns whether a row is no object, or one that says nothing. */
    private boolean hasOdd(JsonNode rows) {
        for (JsonNode row : rows) {
            boolean silent = row.properties().stream().allMatch(HostileJudge::isLater);
            if (!row.isObject() || (silent && !call.has(Trait.ROWS_WITHOUT_ID))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLater(Map.Entry<String, JsonNode> property) {
        return property.getKey().equalsIgnoreCase("propertyOfALaterVersion");
    }

    /** More rows are counted than came, on every page that was asked for. */
    private boolean isShort(MutatedAnswer mutated, JsonNode body) {
        if (call.rows().isEmpty() || mutated.mutation() != AnswerMutation.WRONG_COUNTS) {
            return false;
        }
        Matcher counted = COUNTED.matcher(mutated.place());
        return counted.matches()
                && Long.parseLong(counted.group(1)) > body.at(call.rows().get()).size();
    }

    private boolean isUnproven(Answer answer, JsonNode body) {
        if (isError(answer)) {
            return true;
        }
        boolean empty = answer.body().length == 0;
        if (body.isMissingNode() && !empty) {
            return !call.has(Trait.BARE_TEXT) && !call.has(Trait.UNTYPED);
        }
        boolean nothing = empty
                || body.isNull()
                || (body.isArray() && body.isEmpty() && !sound.isArray())
                || (body.isObject() && body.isEmpty() && (effect != Effect.READ || !sound.isObject()));
        boolean allowed = call.has(Trait.PROVEN_BY_STATUS)
                || (call.has(Trait.EMPTY_BODY_IS_DONE) && empty)
                || (call.has(Trait.BARE_LIST) && body.isArray())
                || call.has(Trait.NOTHING_MEANS_NONE)
                || (call.has(Trait.UNTYPED) && !empty)
                || (call.has(Trait.EMPTY_LIST_MEANS_NONE) && body.isArray());
        return nothing && !allowed && !isSameKind(body);
    }

    /** What the vendor answers anyway cannot be held against the client. */
    private boolean isSameKind(JsonNode body) {
        return body.equals(sound);
    }

    /** The result of a write was to be taken from the answer, and was not in it. */
    private boolean lacksResult(HostileEnd.Value end) {
        return effect == Effect.ONCE && end.value().isEmpty();
    }

    private boolean isError(Answer answer) {
        return errors.stream().anyMatch(error -> Arrays.equals(answer.body(), error.body()));
    }

    static JsonNode tree(Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
