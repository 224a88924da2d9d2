package io.mostik.salesautopilot.v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.ApiException;
import io.mostik.core.AuthException;
import io.mostik.core.DecodingException;
import io.mostik.core.Effect;
import io.mostik.core.NotFoundException;
import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.TransportException;
import io.mostik.core.test.VendorServer;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.VendorTest;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.ids.LetterId;
import io.mostik.salesautopilot.ids.SegmentId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class V2ApiTest extends VendorTest {

    private static final String TOKEN = "{\"token\":\"canary-token-1.b.c\"}";
    private static final String FRESH = "{\"token\":\"canary-token-2.b.c\"}";
    private static final String NO_LISTS = "{\"data\":[]}";

    @Test
    void givenKeyPair_whenCallingTwice_thenLogsInOnce() {
        vendor.answers(200, TOKEN)
                .answers(200, "{\"data\":[{\"listId\":5123,\"name\":\"Hírlevél\",\"new\":1}]}")
                .answers(200, NO_LISTS);

        V2List list = sales.v2().lists().get(0);
        sales.v2().lists();

        VendorServer.Sent login = vendor.received();
        assertThat(login.method() + login.target()).isEqualTo("POST/v2/access-token");
        assertThat(login.body()).contains("\"username\":\"key-user\"", "\"password\":\"" + PASSWORD + "\"");
        VendorServer.Sent sent = vendor.received();
        assertThat(sent.target()).isEqualTo("/v2/lists");
        assertThat(sent.header("Authorization")).isEqualTo("Bearer canary-token-1.b.c");
        assertThat(list.id()).isEqualTo(LIST);
        assertThat(list.unknown()).containsKey("new");
        assertThat(vendor.count()).isEqualTo(3);
        assertThat(sales.usage().now().sent()).isEqualTo(3);
    }

    @Test
    void givenSecondClientOnOneStore_whenItCalls_thenItLogsInByItself() {
        vendor.answers(200, TOKEN).answers(200, NO_LISTS).answers(200, FRESH).answers(200, NO_LISTS);

        sales.v2().lists();
        try (SalesAutopilot second = builder().build()) {
            second.v2().lists();
        }

        assertThat(vendor.count()).isEqualTo(4);
        assertThat(store.list("", "", 100)).noneMatch(entry -> entry.value().contains("canary-token"));
    }

    @ParameterizedTest
    @CsvSource({"401, 1006", "200, 1006", "400, 1006", "401, 0"})
    void givenExpiredToken_whenCalling_thenLogsInAndRepeats(int status, int code) {
        vendor.answers(200, TOKEN).answers(200, NO_LISTS);
        sales.v2().lists();
        time.advance(Duration.ofMinutes(1));
        vendor.answers(status, "{\"errorCode\":" + code + ",\"errorMessage\":\"Token expired\"}")
                .answers(200, FRESH)
                .answers(200, "{\"id\":1}");

        sales.v2().createSend(send());

        assertThat(vendor.count()).isEqualTo(5);
        for (int i = 0; i < 4; i++) {
            vendor.received();
        }
        assertThat(vendor.received().header("Authorization")).isEqualTo("Bearer canary-token-2.b.c");
    }

    @Test
    void givenEndInTheToken_whenItIsNear_thenLogsInBefore() {
        Instant end = time.now().plus(Duration.ofHours(2));
        String claims = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("{\"exp\":" + end.getEpochSecond() + "}").getBytes(StandardCharsets.UTF_8));
        vendor.answers(200, "{\"token\":\"a." + claims + ".c\"}").answers(200, NO_LISTS);
        sales.v2().lists();
        time.advance(Duration.ofMinutes(114));
        vendor.answers(200, NO_LISTS);
        sales.v2().lists();
        time.advance(Duration.ofMinutes(2));
        vendor.answers(200, FRESH).answers(200, NO_LISTS);
        sales.v2().lists();

        assertThat(vendor.count()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"opaque", "a.%%%.c", "a.e30.c", "a.eyJleHAiOjF9.c", "a.eyJleHAiOjkyMjMzNzIwMzY4NTQ3NzU4MDd9.c"})
    void givenTokenWithoutEnd_whenHalfAnHourPasses_thenLogsInAgain(String token) {
        vendor.answers(200, "{\"token\":\"" + token + "\"}")
                .answers(200, NO_LISTS)
                .answers(200, NO_LISTS);
        sales.v2().lists();
        time.advance(Duration.ofMinutes(20));
        sales.v2().lists();
        time.advance(Duration.ofMinutes(11));
        vendor.answers(200, FRESH).answers(200, NO_LISTS);
        sales.v2().lists();

        assertThat(vendor.count()).isEqualTo(5);
    }

    @Test
    void givenWrongKeyPair_whenCalling_thenTriesOnceAndHidesIt() {
        vendor.answers(401, "{\"errorCode\":1005,\"errorMessage\":\"bad " + PASSWORD + "\"}");

        AuthException failure =
                catchThrowableOfType(AuthException.class, () -> sales.v2().lists());

        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(failure).hasMessageNotContaining(PASSWORD);
        assertThat(vendor.count()).isEqualTo(1);
    }

    @Test
    void givenAnswerWithoutToken_whenCalling_thenSaysSo() {
        vendor.answers(200, "{}");

        assertThatThrownBy(() -> sales.v2().lists())
                .isInstanceOf(SdkException.class)
                .hasMessageContaining("no access token");
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 400, 200})
    void givenUnknownList_whenCalling_thenTheCodeDecides(int status) {
        vendor.answers(200, TOKEN)
                .answers(status, "{\"errorCode\":11000,\"errorMessage\":\"Newsletter not found canary-token-1.b.c\"}");

        NotFoundException failure = catchThrowableOfType(
                NotFoundException.class, () -> sales.v2().events(LIST, Map.of()).toList());

        assertThat(failure.code()).contains("11000");
        assertThat(failure).hasMessageContaining("Newsletter not found").hasMessageNotContaining("canary");
    }

    @Test
    void givenOtherErrors_whenCalling_thenReadsBothNamesOfTheMessage() {
        vendor.answers(200, TOKEN).answers(400, "{\"message\":\"no such thing\"}");

        assertThatThrownBy(() -> sales.v2().lists())
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("no such thing");
    }

    @Test
    void givenTwoPages_whenWalkingSubscribers_thenStopsAtTheShortOne() {
        vendor.answers(200, TOKEN)
                .answers(200, "{\"subscribers\":[{\"id\":\"1\",\"email\":\"a@b.hu\"},{\"id\":2}]}")
                .answers(200, "{\"subscribers\":[{\"id\":3}]}");

        assertThat(sales.v2().subscribers(LIST, 2))
                .extracting(record -> record.id().value())
                .containsExactly(1L, 2L, 3L);

        vendor.received();
        assertThat(vendor.received().target()).isEqualTo("/v2/newsletter/5123/subscribers?limit=2&page=1");
        assertThat(vendor.received().target()).isEqualTo("/v2/newsletter/5123/subscribers?limit=2&page=2");
    }

    @Test
    void givenAnotherShape_whenWalkingSubscribers_thenIsNoEmptyList() {
        vendor.answers(200, TOKEN);
        for (int i = 0; i < 5; i++) {
            vendor.answers(200, "{\"people\":[]}");
        }

        assertThatThrownBy(() -> sales.v2().subscribers(LIST, 2).toList())
                .isInstanceOf(DecodingException.class)
                .hasMessageContaining("no subscribers");
    }

    @Test
    void givenEvents_whenWalkingThem_thenReadsAllPages() {
        vendor.answers(200, TOKEN)
                .answers(
                        200,
                        "{\"success\":true,\"data\":{\"list_name\":\"H\",\"page\":1,\"pageCount\":2,\"events\":["
                                + "{\"id\":\"990871\",\"email\":\"k@example.hu\",\"happened_at\":\"2026-02-04 07:31:10\","
                                + "\"type\":\"email_click\",\"email_id\":\"1019\",\"send_id\":\"341733\"}]}}")
                .answers(
                        200,
                        "{\"success\":true,\"data\":{\"page\":2,\"pageCount\":2,\"events\":[{\"id\":\"990872\",\"type\":\"new\"}]}}");

        var events = sales.v2().events(LIST, Map.of("type", "x")).toList();

        assertThat(events.get(0).type()).contains(EventType.EMAIL_CLICK);
        assertThat(events.get(0).happenedAt()).contains(LocalDateTime.of(2026, 2, 4, 7, 31, 10));
        assertThat(events.get(0).emailId()).hasValue(1019);
        assertThat(events.get(0).toString()).doesNotContain("k@example.hu");
        assertThat(events.get(1).type()).contains(new EventType("new"));
        vendor.received();
        assertThat(vendor.received().target()).isEqualTo("/v2/newsletter/5123/events?page=1&type=x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"formfields", "formFields"})
    void givenForm_whenReadingItsFields_thenTakesBothSpellings(String name) {
        vendor.answers(200, TOKEN)
                .answers(
                        200,
                        "{\"" + name + "\":[{\"id\":\"7\",\"name\":\"email\",\"isMandatory\":true,\"order\":1}],"
                                + "\"listFields\":{\"email\":{\"id\":\"1\",\"label\":\"E-mail\"}}}");

        FormFields fields = sales.v2().formFields(LIST, FormId.of(20771));

        assertThat(fields.formFields().get(0).isMandatory()).contains(true);
        assertThat(fields.listFields().get("email").label()).contains("E-mail");
        vendor.received();
        assertThat(vendor.received().target()).isEqualTo("/v2/bearer/newsletter/5123/form/20771/fields");
    }

    @Test
    void givenSend_whenCreatingIt_thenSendsWhatItsTypeNeeds() {
        vendor.answers(200, TOKEN).answers(200, "{\"sendId\":5}");

        sales.v2().createSend(send());

        vendor.received();
        VendorServer.Sent sent = vendor.received();
        assertThat(sent.method() + sent.target()).isEqualTo("POST/v2/sends");
        assertThat(sent.body())
                .contains("\"type\":\"SMART_SEND\"", "\"listId\":5123", "\"emailId\":1019", "\"segmentIds\":[31]")
                .contains("\"sendAtDate\":\"2026-03-14\"")
                .doesNotContain("details", "subject");
    }

    @Test
    void givenColumn_whenCreatingIt_thenSendsIt() {
        vendor.answers(200, TOKEN).answers(200, "{\"id\":\"3\"}");

        sales.v2()
                .createColumn(
                        LIST,
                        NewColumn.builder()
                                .name("tagsag_szint")
                                .type(ColumnType.NUMBER)
                                .label("Szint")
                                .build());

        vendor.received();
        VendorServer.Sent sent = vendor.received();
        assertThat(sent.target()).isEqualTo("/v2/lists/5123/fields");
        assertThat(sent.body()).isEqualTo("{\"name\":\"tagsag_szint\",\"type\":\"NUMBER\",\"label\":\"Szint\"}");
    }

    @Test
    void givenLostAnswer_whenCreatingSend_thenIsUnknownAndSentOnce() {
        vendor.answers(200, TOKEN).dropsAnswer().answers(200, "{}");

        TransportException failure =
                catchThrowableOfType(TransportException.class, () -> sales.v2().createSend(send()));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(vendor.count()).isEqualTo(2);
    }

    @Test
    void givenUnknownOperation_whenRequesting_thenGoesOutWithTheToken() {
        vendor.answers(200, TOKEN).answers(200, "{}");

        sales.v2()
                .raw()
                .call(Effect.ONCE, "PATCH", "/sends/{send}")
                .path("send", 5)
                .json(Map.of("active", true))
                .send();

        vendor.received();
        assertThat(vendor.received().target()).isEqualTo("/v2/sends/5");
    }

    @Test
    void givenBadInput_whenBuilding_thenNamesIt() {
        assertThatThrownBy(() ->
                        NewColumn.builder().name("abc").type(ColumnType.DATE).build())
                .hasMessageContaining("name");
        assertThatThrownBy(() -> NewSend.builder()
                        .type(SendType.ABSOLUTE)
                        .list(LIST)
                        .letter(LetterId.of(1))
                        .fromEmail("a@b.hu")
                        .build())
                .hasMessageContaining("sendAtDateTime");
        assertThatThrownBy(() -> sales.v2().subscribers(LIST, 0)).hasMessageContaining("limit");
    }

    private static NewSend send() {
        return NewSend.builder()
                .type(SendType.SMART_SEND)
                .list(LIST)
                .letter(LetterId.of(1019))
                .fromEmail("a@b.hu")
                .addSegments(SegmentId.of(31))
                .putDetail("sendAtDate", "2026-03-14")
                .build();
    }
}
