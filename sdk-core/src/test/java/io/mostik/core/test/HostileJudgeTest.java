package io.mostik.core.test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.DecodingException;
import io.mostik.core.Effect;
import io.mostik.core.FailureInfo;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.test.HostileCase.Trait;
import io.mostik.core.test.HostileJudge.Fault;
import io.mostik.testing.Answer;
import io.mostik.testing.AnswerMutation;
import io.mostik.testing.MutatedAnswer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileJudgeTest {

    private static final Answer ERROR = Answer.text(400, "{\"error\":\"refused\"}");
    private static final HostileEnd VALUE = new HostileEnd.Value(Optional.of("something"));

    private final HostileCase<String> list = HostileCase.<String>of(
                    "a.list", "{\"data\":[{\"id\":1}],\"count\":1}", text -> text)
            .rowsAt("/data");
    private final HostileCase<String> write = HostileCase.of("a.create", "{\"id\":1}", text -> text);

    private static HostileVariants.Variant answer(AnswerMutation mutation, String place, String body) {
        return new HostileVariants.Variant(
                new MutatedAnswer(mutation, place, Answer.bytes(200, "application/json", body.getBytes(UTF_8))));
    }

    private static HostileEnd refused(Outcome outcome) {
        return new HostileEnd.Refused(
                new DecodingException("unreadable", FailureInfo.lasting("a.create", outcome, Phase.DECODE)));
    }

    private static Optional<Fault> judged(HostileCase<String> call, Effect effect, String body, HostileEnd end) {
        return judge(call, effect).fault(answer(AnswerMutation.NULL_VALUE, "/", body), end);
    }

    private static HostileJudge judge(HostileCase<String> call, Effect effect) {
        return new HostileJudge(call, effect, List.of(ERROR), Optional.of("right"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"data\":null}", "{\"data\":[null]}", "{\"data\":[7,{\"id\":1}]}", "{\"DATA\":[]}"})
    void givenValueWithoutTheRows_whenJudged_thenIsSilentlyShort(String body) {
        assertThat(judged(list, Effect.READ, body, VALUE)).contains(Fault.SILENTLY_SHORT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\":[{}]}", "{\"data\":[{\"id\":1},{\"propertyOfALaterVersion\":[]}]}"})
    void givenRowThatSaysNothing_whenJudged_thenNeedsReason(String body) {
        assertThat(judged(list, Effect.READ, body, VALUE)).contains(Fault.SILENTLY_SHORT);
        assertThat(judged(list.with(Trait.ROWS_WITHOUT_ID), Effect.READ, body, VALUE))
                .isEmpty();
    }

    @Test
    void givenRowsLeftOut_whenJudged_thenOnlyACountOfNoneAllowsIt() {
        HostileCase<String> counted = list.with(Trait.NO_ROWS_ARE_COUNTED);

        assertThat(judged(counted, Effect.READ, "{\"data\":null,\"totalNumber\":0}", VALUE))
                .isEmpty();
        assertThat(judged(counted, Effect.READ, "{\"data\":null,\"count\":1}", VALUE))
                .contains(Fault.SILENTLY_SHORT);
        assertThat(judged(counted, Effect.READ, "{\"data\":null}", VALUE)).contains(Fault.SILENTLY_SHORT);
    }

    @Test
    void givenMoreRowsCountedThanCame_whenJudged_thenIsSilentlyShort() {
        HostileVariants.Variant counted =
                answer(AnswerMutation.WRONG_COUNTS, "/count as 2", "{\"data\":[{\"id\":1}],\"count\":2}");

        assertThat(judge(list, Effect.READ).fault(counted, VALUE)).contains(Fault.SILENTLY_SHORT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "[]", "", "<html/>", "Please wait", "{\"error\":\"refused\"}"})
    void givenWriteTakenForDoneWithoutProof_whenJudged_thenSaysSo(String body) {
        assertThat(judged(write, Effect.ONCE, body, VALUE)).contains(Fault.WITHOUT_PROOF);
    }

    @Test
    void givenMissingWriteResult_whenJudged_thenIsWithoutProof() {
        HostileEnd nothing = new HostileEnd.Value(Optional.empty());

        assertThat(judged(write, Effect.ONCE, "{\"ID\":1}", nothing)).contains(Fault.WITHOUT_PROOF);
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"APPLIED", "NOT_SENT", "REJECTED"})
    void givenOutcomeThatNobodyCanKnow_whenJudged_thenSaysSo(Outcome outcome) {
        assertThat(judged(write, Effect.ONCE, "{}", refused(outcome))).contains(Fault.WRONG_OUTCOME);
        assertThat(judged(list, Effect.READ, "{}", refused(outcome))).contains(Fault.WRONG_OUTCOME);
    }

    @Test
    void givenAnotherThrowable_whenJudged_thenSaysSo() {
        HostileEnd thrown = new HostileEnd.Thrown(new IllegalStateException());

        assertThat(judged(write, Effect.ONCE, "{\"id\":1}", thrown)).contains(Fault.OTHER_THROWABLE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"{\"id\":2}; ", "{\"id\":1,\"more\":null}; ", "{}; UNKNOWN", "{\"error\":\"refused\"}; REJECTED"})
    void givenTrueEnds_whenJudged_thenThereIsNoFault(String body, Outcome outcome) {
        HostileEnd end = outcome == null ? VALUE : refused(outcome);

        assertThat(judged(write, Effect.ONCE, body, end)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = AnswerMutation.class,
            names = {"EXTRA_PROPERTIES", "REORDERED_PROPERTIES", "DUPLICATE_KEYS", "NUMBER_AS_TEXT"})
    void givenSameMeaningAndOtherValue_whenJudged_thenSaysSo(AnswerMutation mutation) {
        HostileVariants.Variant same = answer(mutation, "/", "{\"id\":1}");
        HostileEnd right = new HostileEnd.Value(Optional.of("right"));

        assertThat(judge(write, Effect.ONCE).fault(same, VALUE)).contains(Fault.OTHER_VALUE);
        assertThat(judge(write, Effect.ONCE).fault(same, right)).isEmpty();
    }

    @Test
    void givenVendorWithoutContent_whenJudged_thenStatusIsProof() {
        HostileCase<String> silent =
                HostileCase.<String>of("a.close", "", text -> text).with(Trait.PROVEN_BY_STATUS);

        assertThat(judged(silent, Effect.ONCE, "", VALUE)).isEmpty();
        assertThat(judged(silent, Effect.ONCE, "Please wait", VALUE)).contains(Fault.WITHOUT_PROOF);
    }
}
