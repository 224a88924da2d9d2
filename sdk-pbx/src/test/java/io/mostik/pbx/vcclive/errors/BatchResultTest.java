package io.mostik.pbx.vcclive.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.ApiException;
import io.mostik.core.Outcome;
import io.mostik.core.test.VendorServer;
import io.mostik.pbx.vcclive.VccExtension;
import io.mostik.pbx.vcclive.VccReply;
import io.mostik.pbx.vcclive.errors.BatchResult.State;
import io.mostik.pbx.vcclive.projects.NewValue;
import io.mostik.pbx.vcclive.records.FormValue;
import io.mostik.pbx.vcclive.records.RecordBatch;
import io.mostik.pbx.vcclive.records.RecordUpdate;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchResultTest {

    private static final String ONE_ERROR =
            "\"errors\":[{\"errorcode\":417,\"index\":1,\"errormessage\":\"error.missing_arguments\"}]}";

    @RegisterExtension
    final VccExtension vcc = new VccExtension();

    final VendorServer vendor = vcc.vendor();

    @ParameterizedTest
    @ValueSource(ints = {200, 417, 500})
    void givenPartialSuccess_whenSending_thenTellsEachElement(int status) {
        vendor.answers(VccReply.text(status, "{\"response\":{\"0\":true,\"2\":true}," + ONE_ERROR));

        BatchResult<RecordUpdate> result = send(3);

        assertThat(result.allDone()).isFalse();
        assertThat(result.elements())
                .extracting(BatchResult.Element::state)
                .containsExactly(State.DONE, State.REFUSED, State.DONE);
        assertThat(result.in(State.REFUSED)).singleElement().satisfies(element -> {
            assertThat(element.item().numberId()).contains("2");
            assertThat(element.errors()).extracting(VccError::key).containsExactly(ErrorKey.MISSING_ARGUMENTS);
        });
        assertThat(vendor.count()).isEqualTo(1);
    }

    @Test
    void givenArrayWithoutErrors_whenSending_thenAllIsDone() {
        vendor.answers(VccReply.response("[true,true]"));

        assertThat(send(2).allDone()).isTrue();
    }

    @Test
    void givenOnlyTrue_whenSending_thenAllIsDone() {
        vendor.answers(VccReply.response("true"));

        assertThat(send(2).allDone()).isTrue();
    }

    @Test
    void givenLastElementRefused_whenSent_thenPositionsAreIndexes() {
        vendor.answers(VccReply.text(200, "{\"response\":[true]," + ONE_ERROR));

        assertThat(send(2).elements())
                .extracting(BatchResult.Element::state)
                .containsExactly(State.DONE, State.REFUSED);
    }

    @Test
    void givenElementThatIsNotMentioned_whenSending_thenSaysSo() {
        vendor.answers(VccReply.text(200, "{\"response\":{\"0\":true}," + ONE_ERROR));

        BatchResult<RecordUpdate> result = send(3);

        assertThat(result.elements().get(2).state()).isEqualTo(State.UNREPORTED);
    }

    @Test
    void givenErrorOfNoElement_whenSending_thenKeepsIt() {
        vendor.answers(
                VccReply.text(
                        200,
                        "{\"response\":[true,true],\"errors\":[{\"errorcode\":417,\"index\":7,\"errormessage\":\"error.x\"}]}"));

        assertThat(send(2).otherErrors()).extracting(VccError::key).containsExactly(new ErrorKey("error.x"));
    }

    @Test
    void givenNewIds_whenAddingValues_thenTellsThem() {
        vendor.answers(VccReply.text(200, "{\"response\":{\"0\":501,\"2\":503}," + ONE_ERROR));

        BatchResult<NewValue> result =
                vcc.client().fields().addValues(134, 11, List.of(value("a"), value("b"), value("c")));

        assertThat(result.elements())
                .extracting(element -> element.value().text().orElse("-"))
                .containsExactly("501", "-", "503");
    }

    @Test
    void givenBatchRefusedAsAWhole_whenSending_thenThrows() {
        vendor.answers(VccReply.error(417, "error.bad_arguments"));

        ApiException failure = catchThrowableOfType(ApiException.class, () -> send(2));

        assertThat(failure.code()).contains(ErrorKey.BAD_ARGUMENTS.value());
        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
    }

    @Test
    void givenErrorWithoutIndex_whenSending_thenThrows() {
        vendor.answers(VccReply.text(
                417, "{\"response\":[],\"errors\":[{\"errorcode\":417,\"errormessage\":\"error.bad_arguments\"}]}"));

        assertThatThrownBy(() -> send(2)).isInstanceOf(ApiException.class);
    }

    @Test
    void givenResult_whenPrinting_thenShowsNothingPersonal() {
        vendor.answers(VccReply.response("[true]"));

        assertThat(send(1).toString()).doesNotContain("Pécs");
    }

    private BatchResult<RecordUpdate> send(int elements) {
        return vcc.client()
                .records()
                .updateAll(
                        134,
                        RecordBatch.of(LongStream.rangeClosed(1, elements)
                                .mapToObj(id -> RecordUpdate.of(id, Map.of("city", FormValue.text("Pécs"))))
                                .toList()));
    }

    private static NewValue value(String name) {
        return NewValue.builder().name(name).build();
    }
}
