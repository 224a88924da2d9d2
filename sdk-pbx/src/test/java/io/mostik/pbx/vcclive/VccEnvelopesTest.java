package io.mostik.pbx.vcclive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.DecodingException;
import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.Secret;
import io.mostik.core.http.ApiResponse;
import io.mostik.core.http.Transport;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import io.mostik.pbx.vcclive.errors.BatchResult;
import io.mostik.pbx.vcclive.projects.FieldType;
import io.mostik.pbx.vcclive.projects.NewField;
import io.mostik.pbx.vcclive.records.FormValue;
import io.mostik.pbx.vcclive.records.NewDisposition;
import io.mostik.pbx.vcclive.records.NewRecord;
import io.mostik.pbx.vcclive.records.RecordBatch;
import io.mostik.pbx.vcclive.records.RecordUpdate;
import io.mostik.pbx.vcclive.statistics.CdrQuery;
import io.mostik.pbx.vcclive.statistics.EmailQuery;
import io.mostik.pbx.vcclive.statistics.TableFormat;
import io.mostik.pbx.vcclive.statistics.UserStateQuery;
import io.mostik.pbx.vcclive.users.NewUser;
import io.mostik.pbx.vcclive.voice.VoiceFile;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers with status 200 that are not what they should be: never an empty list, never a success without proof. */
class VccEnvelopesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Map<String, Consumer<VccLive>> READS = Map.of(
            "projects", vcc -> vcc.projects().list(),
            "users", vcc -> vcc.users().list(),
            "recordings",
                    vcc -> vcc.voiceFiles().list(YearMonth.of(2026, 3)).stream().toList(),
            "calls", vcc -> vcc.cdrs().list(CdrQuery.of(DAY)).stream().toList(),
            "mails",
                    vcc ->
                            vcc
                                    .emailLog()
                                    .list(EmailQuery.builder()
                                            .projectId(134)
                                            .month(YearMonth.of(2026, 3))
                                            .build())
                                    .stream()
                                    .toList(),
            "call", vcc -> vcc.cdrs().find(YearMonth.of(2026, 3), "u-1"));
    private static final Map<String, Consumer<VccLive>> WRITES = Map.of(
            "add",
                    vcc -> vcc.records()
                            .add(
                                    134,
                                    NewRecord.builder()
                                            .putForm("name", FormValue.text("x"))
                                            .build()),
            "update", vcc -> vcc.records().update(134, 7, Map.of("city", FormValue.text("Pécs"))),
            "disposition",
                    vcc -> vcc.records()
                            .addDisposition(
                                    134,
                                    7,
                                    NewDisposition.builder()
                                            .dispositionId(12)
                                            .userId(17)
                                            .build()),
            "archived",
                    vcc -> vcc.voiceFiles()
                            .markArchived(
                                    VoiceFile.builder()
                                            .uuid("u-1")
                                            .year("2026")
                                            .month("03")
                                            .build(),
                                    "d41d8cd98f00b204e9800998ecf8427e"),
            "batch", VccEnvelopesTest::batch);
    private static final Map<String, Function<VccLive, Long>> ADDITIONS = Map.of(
            "field",
            vcc -> vcc.fields()
                    .add(
                            134,
                            NewField.builder().name("city").type(FieldType.TEXT).build()),
            "project",
            vcc -> vcc.projects().cloneAs(134, "Support SK"),
            "user",
            vcc -> vcc.users()
                    .add(NewUser.builder()
                            .name("Nora")
                            .username("nora_op")
                            .password(Secret.of("first-Password-1"))
                            .isAgent(true)
                            .roleId(4)
                            .build()),
            "record",
            vcc -> vcc.records()
                    .add(134, NewRecord.builder().field("name", "x").build())
                    .orElseThrow());
    private static final List<String> NO_LIST = List.of(
            "{}",
            "{\"errors\":[]}",
            "{\"errors\":[],\"response\":null}",
            "{\"errors\":[],\"response\":\"\"}",
            "{\"errors\":[],\"response\":7}",
            "{\"errors\":[],\"response\":{}}",
            "{\"errors\":[],\"response\":{\"totalCount\":0}}",
            "{\"errors\":[],\"response\":{\"rows\":null,\"totalCount\":0}}",
            "{\"errors\":[],\"response\":{\"rows\":\"\",\"totalCount\":0}}",
            "{\"errors\":[],\"response\":{\"rows\":{},\"totalCount\":0}}",
            "{\"errors\":[],\"response\":{\"rows\":[null],\"totalCount\":1}}",
            "{\"errors\":[],\"response\":false}",
            "{\"errors\":{\"1\":{\"errormessage\":\"error.x\"}},\"response\":[]}",
            "{\"errors\":\"error.x\",\"response\":[]}",
            "{\"errors\":[\"error.x\"],\"response\":[]}",
            "{\"errors\":{\"errormessage\":\"error.x\"},\"response\":[]}",
            "null",
            "\"\"",
            "[]",
            "");
    private static final List<String> NO_PROOF = List.of(
            "{}",
            "{\"response\":null}",
            "{\"errors\":null,\"response\":null}",
            "{\"message\":\"queued\"}",
            "{\"errors\":\"\",\"response\":\"maybe\"}",
            "{\"errors\":{\"propertyOfALaterVersion\":{\"values\":[1]}},\"response\":true}",
            "{\"errors\":[{}],\"response\":true}",
            "{\"errors\":[null],\"response\":true}",
            "null",
            "\"\"",
            "\"OK\"",
            "7",
            "<html>Welcome</html>");
    private static final List<String> REFUSALS = List.of(
            "{\"errors\":[],\"response\":false}",
            "{\"errors\":{\"1\":{\"errorcode\":417,\"errormessage\":\"error.x\"}},\"response\":true}",
            "{\"errors\":\"error.x\",\"response\":true}",
            "{\"errors\":[\"error.x\"],\"response\":true}",
            "{\"errors\":{\"errorcode\":417,\"errormessage\":\"error.x\"},\"response\":true}");

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    final ManualTime time = new ManualTime();
    VccLive vcc;

    @BeforeEach
    void connect() {
        vcc = client(UnaryOperator.identity());
    }

    @AfterEach
    void close() {
        vcc.close();
    }

    static Stream<Arguments> reads() {
        return READS.keySet().stream().flatMap(read -> NO_LIST.stream().map(body -> Arguments.of(read, body)));
    }

    static Stream<Arguments> writes() {
        return WRITES.keySet().stream().flatMap(write -> NO_PROOF.stream().map(body -> Arguments.of(write, body)));
    }

    @ParameterizedTest
    @MethodSource("reads")
    void givenAnswerWithoutItsContent_whenReading_thenFails(String read, String body) {
        vendor.answers(VccReply.text(200, body));
        vendor.answers(VccReply.text(200, body));

        SdkException failure =
                catchThrowableOfType(SdkException.class, () -> READS.get(read).accept(vcc));

        assertThat(failure).as("%s answered with %s", read, body).isNotNull();
        assertThat(failure.outcome()).isNotEqualTo(Outcome.APPLIED);
    }

    static Stream<Arguments> noIds() {
        return ADDITIONS.keySet().stream()
                .flatMap(add -> Stream.of(
                                "0", "-1", "\"0\"", "\"-7\"", "1.5", "1e30", "\"\"", "{}", "[]", "[7]", "\"x\"")
                        .map(id -> Arguments.of(add, id)));
    }

    @ParameterizedTest
    @MethodSource("noIds")
    void givenWhatIsNoId_whenAdding_thenUnknown(String add, String id) {
        vendor.answers(VccReply.text(200, "{\"response\":" + id + ",\"errors\":[]}"));

        SdkException failure = catchThrowableOfType(
                SdkException.class, () -> ADDITIONS.get(add).apply(vcc));

        assertThat(failure).isInstanceOf(DecodingException.class);
        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"41", "\"41\""})
    void givenId_whenAdding_thenReturnsIt(String id) {
        ADDITIONS.forEach((name, add) -> {
            vendor.answers(VccReply.text(200, "{\"response\":" + id + ",\"errors\":[]}"));

            assertThat(add.apply(vcc)).as(name).isEqualTo(41L);
        });
    }

    @ParameterizedTest
    @MethodSource("writes")
    void givenAnswerWithoutProof_whenWriting_thenUnknown(String write, String body) {
        vendor.answers(VccReply.text(200, body));

        SdkException failure =
                catchThrowableOfType(SdkException.class, () -> WRITES.get(write).accept(vcc));

        assertThat(failure).as("%s answered with %s", write, body).isNotNull();
        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(vendor.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @FieldSource("REFUSALS")
    void givenErrorWithStatus200_whenWriting_thenItIsNoSuccess(String body) {
        vendor.answers(VccReply.text(200, body));

        assertThatThrownBy(() -> WRITES.get("disposition").accept(vcc)).isInstanceOf(SdkException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "{\"errors\":[],\"response\":true}", "{\"errors\":[]}", "{\"response\":true}"})
    void givenDocumentedSuccess_whenAddingADisposition_thenDone(String body) {
        vendor.answers(VccReply.text(200, body));

        assertThatCode(() -> WRITES.get("disposition").accept(vcc)).doesNotThrowAnyException();
    }

    @Test
    void givenCountThatSaysMore_whenAPageIsEmpty_thenFailsAndNamesIt() {
        vendor.answers(VccReply.response("{\"rows\":[],\"totalCount\":3}"));
        vendor.answers(VccReply.response("{\"rows\":[],\"totalCount\":3}"));

        assertThatThrownBy(() -> READS.get("calls").accept(vcc))
                .isInstanceOf(DecodingException.class)
                .hasMessageContaining("0 of 3 rows");
    }

    @Test
    void givenCountBelowTheRows_whenWalking_thenGoesOnToTheEnd() {
        vendor.answers(VccReply.response("{\"rows\":[{\"uuid\":\"a\"},{\"uuid\":\"b\"}],\"totalCount\":1}"));
        vendor.answers(VccReply.response("{\"rows\":[{\"uuid\":\"c\"}],\"totalCount\":1}"));
        vendor.answers(VccReply.response("{\"rows\":[],\"totalCount\":1}"));

        assertThat(vcc.cdrs().list(CdrQuery.of(DAY)).stream()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"error.x\"", "0", "-1", "{}", "{\"error\":\"x\"}", "[]", "null", "1.5"})
    void givenElementWithoutProof_whenBatchIsSent_thenIsUnreported(String element) {
        vendor.answers(VccReply.response("[" + element + ",true]"));

        BatchResult<RecordUpdate> result = batch(vcc);

        assertThat(result.elements())
                .extracting(BatchResult.Element::state)
                .containsExactly(BatchResult.State.UNREPORTED, BatchResult.State.DONE);
    }

    @Test
    void givenNoCall_whenFinding_thenEmpty() {
        vendor.answers(VccReply.response("[]"));

        assertThat(vcc.cdrs().find(YearMonth.of(2026, 3), "u-1")).isEmpty();
    }

    @Test
    void givenRewrittenAnswers_whenSeenOutside_thenKeepHeaders() {
        List<String> resources = new ArrayList<>();
        vendor.answers(VccReply.response("[true,true]"));
        vendor.answers(VccReply.text(200, ""));
        vendor.answers(VccReply.text(200, "user;calls"));

        try (VccLive observed = client(next -> request -> {
            ApiResponse response = next.send(request);
            resources.add(response.header("X-Resource").orElse("none"));
            return response;
        })) {
            BatchResult<RecordUpdate> unused = batch(observed);
            WRITES.get("disposition").accept(observed);
            assertThat(table(observed)).isEqualTo("user;calls");
        }

        assertThat(resources).containsExactly("SampleResource", "SampleResource", "SampleResource");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{}",
                "{\"errors\":{\"1\":{\"errormessage\":\"error.x\"}}}",
                "{\"errors\":\"error.x\"}",
                "<html>Welcome</html>"
            })
    void givenNoTable_whenReadingOne_thenFails(String body) {
        vendor.answers(VccReply.text(200, body));
        vendor.answers(VccReply.text(200, body));

        assertThatThrownBy(() -> table(vcc)).isInstanceOf(SdkException.class);
    }

    private static String table(VccLive vcc) {
        return vcc.statistics()
                .userStates(UserStateQuery.builder().firstDay(DAY).lastDay(DAY).build(), TableFormat.CSV);
    }

    private VccLive client(UnaryOperator<Transport> around) {
        return VccLive.builder()
                .customer("mycc")
                .token(Secret.of("test-token"))
                .baseUri(vendor.uri() + "/v2")
                .http(http -> http.time(time).around(around))
                .build();
    }

    private static BatchResult<RecordUpdate> batch(VccLive vcc) {
        return vcc.records()
                .updateAll(
                        134,
                        RecordBatch.of(List.of(
                                RecordUpdate.of(1, Map.of("city", FormValue.text("Pécs"))),
                                RecordUpdate.of(2, Map.of("city", FormValue.text("Pécs"))))));
    }
}
