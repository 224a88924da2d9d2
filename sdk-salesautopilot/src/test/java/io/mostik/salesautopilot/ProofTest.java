package io.mostik.salesautopilot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.DecodingException;
import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.salesautopilot.ids.FieldName;
import io.mostik.salesautopilot.ids.LetterId;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.ids.SegmentId;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.records.SystemField;
import io.mostik.salesautopilot.v2.ColumnType;
import io.mostik.salesautopilot.v2.NewColumn;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer must hold before it counts as an answer. */
class ProofTest extends VendorTest {

    private static final RecordId ID = RecordId.of(7);
    private static final FieldName LEVEL = FieldName.of("szint");
    private static final RecordFields NOTHING = RecordFields.none();

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"errorCode\":10101}", "Sikertelen: x", "1.5"})
    void givenAnswerThatIsNoCount_whenUpdating_thenIsUnknown(String answer) {
        assertThat(outcomes(
                        answer,
                        () -> sales.subscribers(LIST).update(FORM, ID, NOTHING),
                        () -> sales.subscribers(LIST).updateBy(FORM, LEVEL, "b", NOTHING),
                        () -> sales.subscribers(LIST).updateAll(FORM, List.of()),
                        () -> sales.subscribers(LIST).batchUpdate(List.of())))
                .containsOnly(Outcome.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"errorCode\":10101}", "Sikertelen: x"})
    void givenErrorWithSuccessStatus_whenReading_thenNothingHappened(String answer) {
        assertThat(outcomes(
                        answer,
                        () -> sales.subscribers(LIST).find(ID),
                        () -> sales.subscribers(LIST).all(),
                        () -> sales.subscribers(LIST).count(),
                        () -> sales.segments().income(SegmentId.of(1)),
                        () -> sales.letters().summary(LetterId.of(1)),
                        () -> sales.letters().log(LetterId.of(1)),
                        () -> sales.coupons(LIST).check("TAVASZ", List.of())))
                .containsOnly(Outcome.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"id\":null}", "[[],{}]", "Sikertelen: x", "{\"success\":false}"})
    void givenAnswerThatHoldsNothing_whenWriting_thenIsUnknown(String answer) {
        NewColumn column =
                NewColumn.builder().name("szint").type(ColumnType.NUMBER).build();
        vendor.answers(200, "{\"token\":\"a.b.c\"}").answers(200, "{\"data\":[]}");
        sales.v2().lists();

        assertThat(outcomes(
                        answer,
                        () -> sales.vcc().updateRecord("m1", "p2", "r3", Map.of()),
                        () -> sales.v2().createColumn(LIST, column)))
                .containsOnly(Outcome.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "false", "1", "{\"updated\":0}", "[7]"})
    void givenAnswerOfAnyShape_whenWriting_thenIsHandedOn(String answer) {
        vendor.answers(200, answer);

        assertThat(sales.vcc().updateRecord("m1", "p2", "r3", Map.of()).isPresent())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"id\":\"7\"}]", "[{\"id\":\"7\",\"email\":null}]", "[{\"id\":\"7\",\"email\":[]}]"})
    void givenRecordWithoutTheColumn_whenFindingByIt_thenFails(String answer) {
        vendor.answers(200, answer).answers(200, answer);

        assertThatThrownBy(() -> sales.subscribers(LIST).findByEmail("k@example.hu"))
                .isInstanceOf(DecodingException.class);
        assertThatThrownBy(() -> sales.subscribers(LIST).findBy(SystemField.EMAIL, "k/l@example.hu"))
                .isInstanceOf(DecodingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Maintenance", "/u?x=1", "7", "", "\"mailto:k@example.hu\""})
    void givenTextThatIsNoLink_whenAskingForOne_thenFails(String answer) {
        vendor.answers(200, answer);

        assertThatThrownBy(() -> sales.links(LIST).updateForm(FORM, ID)).isInstanceOf(DecodingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\":[{\"value\":\"b\"}]}", "{\"b\":{}}"})
    void givenObjectInPlaceOfAText_whenReadingColumns_thenFails(String answer) {
        vendor.answers(200, answer).answers(200, answer);

        assertThatThrownBy(() -> sales.fields(LIST).options(LEVEL)).isInstanceOf(DecodingException.class);
        assertThatThrownBy(() -> sales.fields(LIST).types()).isInstanceOf(DecodingException.class);
    }

    @Test
    void givenEventsWithoutSuccess_whenReading_thenFails() {
        vendor.answers(200, "{\"token\":\"a.b.c\"}");
        for (int attempt = 0; attempt < 5; attempt++) {
            vendor.answers(200, "{\"success\":false,\"data\":{\"page\":1,\"pageCount\":1,\"events\":[]}}");
        }

        assertThatThrownBy(() -> sales.v2().events(LIST, Map.of()).stream().count())
                .isInstanceOf(DecodingException.class);
    }

    private List<Outcome> outcomes(String answer, ThrowingCallable... calls) {
        return List.of(calls).stream()
                .map(call -> {
                    vendor.answers(200, answer);
                    return catchThrowableOfType(SdkException.class, call).outcome();
                })
                .toList();
    }
}
