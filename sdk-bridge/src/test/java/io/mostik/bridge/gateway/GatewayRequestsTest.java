package io.mostik.bridge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.gateway.FlatCaller.Answer;
import io.mostik.bridge.intent.IntentQuery;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not be carried out is refused in the same flat JSON, and nothing is written down. */
class GatewayRequestsTest {

    private static final String NOTE = "/v1/actions/test.note";
    private static final Charset WINDOWS = Charset.forName("windows-1251");

    @RegisterExtension
    static final GatewayServer GATEWAY = new GatewayServer();

    private final FlatCaller zup = GATEWAY.caller(GatewayServer.ZUP);
    private final FlatCaller old = GATEWAY.caller(GatewayServer.OLD);

    @AfterEach
    void nothingIsWrittenDown() {
        assertThat(GATEWAY.bridge().intents().list(IntentQuery.all().ofDocument("D")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "{'order':'1','sum':5}|document|field_missing",
                "{'document':'','order':'1','sum':5}|document|field_missing",
                "{'document':null,'order':'1','sum':5}|document|field_missing",
                "{'document':'00000000-0000-0000-0000-000000000000','order':'1','sum':5}|document|field_missing",
                "{'document':'{00000000-0000-0000-0000-000000000000}','order':'1','sum':5}|document|field_missing",
                "{'document':'D','document':'D','order':'1','sum':5}|document|field_twice",
                "{'document':'D\\u0000','order':'1','sum':5}|document|field_characters",
                "{'document':'D','order':'1'}|sum|field_missing",
                "{'document':'D','order':'1','sum':'1.450,50'}|sum|field_money",
                "{'document':'D','order':'1','sum':0}|sum|field_money",
                "{'document':'D','order':'1','sum':1e400}|sum|field_number",
                "{'document':'D','order':'1','sum':NaN}|none|body_not_json",
                "{'document':'D','order':'1','sum':'NaN'}|sum|field_money",
                "{'document':'D','order':{'n':1},'sum':5}|order|field_nested",
                "{'document':'D','order':['1'],'sum':5}|order|field_list",
                "{'document':'D','order':'\\ud800','sum':5}|order|field_characters",
                "{'document':'D','order':'1\\u0000','sum':5}|order|field_characters",
                "{'document':'D','order':'1','sum':5,'summ':6}|summ|field_unknown",
                "{'document':'D','order':'1','sum':5,'phone':'30 111 2233'}|phone|phone_region",
                "{'document':'D','order':'1','sum':5,'phone':'+36301112233','region':'HUN','wait':'x'}|wait|field_number",
                "{'document':'D','order':'1','sum':5,'wait':-1}|wait|field_number",
                "[]|none|body_not_object",
                "none|none|body_not_object",
                "{'document':'D'|none|body_not_json"
            })
    void givenBadBody_whenAsked_then400ByField(String body, String field, String code) throws Exception {
        Answer answer = zup.post(NOTE, body == null ? "" : body);

        assertThat(answer.status()).as(answer.raw()).isEqualTo(400);
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(answer.text("field")).isEqualTo(field == null ? "" : field);
        assertThat(answer.text("state")).isEqualTo("refused");
        assertThat(answer.text("happened")).isEqualTo("no");
        assertThat(answer.text("next_step")).isEqualTo("fix_request");
        assertThat(answer.text("message")).matches(".*[А-я].*");
    }

    @Test
    void givenSixtyOneFieldsAndMore_whenAsked_then400() throws Exception {
        String many =
                IntStream.range(0, 60).mapToObj(i -> ",'field_" + i + "':1").collect(Collectors.joining());

        Answer answer = zup.post(NOTE, "{'document':'D'" + many + "}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("code")).isEqualTo("too_many_fields");
    }

    @Test
    void givenOrderNumberWithUnseenCharacters_whenAsked_thenTheSameKey() throws Exception {
        Answer plain = zup.post(NOTE, "{'document':'E 1','order':'A 1','sum':5}");
        Answer unseen = zup.post(NOTE, "{'document':'E\u00A01\u200B','order':'\uFEFFA\u00A01','sum':5}");

        assertThat(plain.status()).isEqualTo(200);
        assertThat(unseen.text("intent")).isEqualTo(plain.text("intent"));
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-16LE, application/json, charset_not_utf8",
        "UTF-16, application/json, charset_utf16",
        "KOI8-R, application/json, charset_not_utf8",
        "KOI8-R, application/json; charset=koi8-r, charset_unknown",
        "windows-1251, application/json, charset_not_utf8",
        "windows-1251, application/json; charset=utf-8, charset_not_utf8",
        "UTF-8, application/json; charset=windows-1251, charset_not_windows"
    })
    void givenOtherCharset_whenAsked_then415(String charset, String type, String code) throws Exception {
        byte[] body = "{\"document\":\"D\",\"order\":\"Заказ\",\"sum\":5}".getBytes(Charset.forName(charset));

        Answer answer = zup.post(NOTE, type, body);

        assertThat(answer.status()).as(answer.raw()).isEqualTo(charset.equals("UTF-16LE") ? 400 : 415);
        assertThat(answer.text("code")).isIn(code, "body_not_object", "body_not_json");
    }

    @Test
    void givenCharsetNamedOrSet_whenAsked_thenRead() throws Exception {
        byte[] windows = "{\"document\":\"F-1\",\"order\":\"Заказ №1\",\"sum\":5}".getBytes(WINDOWS);
        byte[] marked =
                "\uFEFF{\"document\":\"F-1\",\"order\":\"Заказ №1\",\"sum\":5}".getBytes(StandardCharsets.UTF_8);

        Answer named = zup.post(NOTE, "application/json; charset=windows-1251", windows);
        Answer withMark = zup.post(NOTE, "application/json", marked);
        Answer ofBase = old.post(NOTE, "application/json", windows);
        Answer utf8OfBase = old.post(NOTE, "application/json; charset=utf-8", marked);

        assertThat(named.status()).as(named.raw()).isEqualTo(200);
        assertThat(withMark.text("intent")).isEqualTo(named.text("intent"));
        assertThat(ofBase.status()).as(ofBase.raw()).isEqualTo(200);
        assertThat(utf8OfBase.text("intent")).isEqualTo(ofBase.text("intent"));
        assertThat(GATEWAY.bridge()
                        .intents()
                        .find(named.text("intent"))
                        .orElseThrow()
                        .fields()
                        .text("order"))
                .isEqualTo("Заказ №1");
    }

    @Test
    void givenUtf8WhereTheBaseIsSetToWindows_whenAsked_thenNotGuessed() throws Exception {
        byte[] utf8 = "{\"document\":\"D\",\"order\":\"Заказ\",\"sum\":5}".getBytes(StandardCharsets.UTF_8);

        Answer answer = old.post(NOTE, "application/json", utf8);

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.text("code")).isEqualTo("charset_not_windows");
        assertThat(answer.text("message")).startsWith("A kérés nem windows-1251");
    }

    @Test
    void givenFormOrCompressedBody_whenAsked_then415() throws Exception {
        Answer form = zup.post(
                NOTE, "application/x-www-form-urlencoded", "document=D&order=1&sum=5".getBytes(StandardCharsets.UTF_8));
        Answer parts = zup.post(NOTE, "multipart/form-data; boundary=x", "--x--".getBytes(StandardCharsets.UTF_8));
        Answer packed = zup.send(
                zup.request(NOTE).header("Content-Encoding", "gzip").POST(BodyPublishers.ofByteArray(new byte[] {31})));

        assertThat(form.status()).isEqualTo(415);
        assertThat(form.text("code")).isEqualTo("body_is_form");
        assertThat(parts.text("code")).isEqualTo("body_is_form");
        assertThat(packed.text("code")).isEqualTo("body_encoded");
    }

    @Test
    void givenJsonUnderTheTypeOfForms_whenAsked_thenRead() throws Exception {
        byte[] json = "{\"document\":\"G-1\",\"order\":\"1\",\"sum\":5}".getBytes(StandardCharsets.UTF_8);

        assertThat(zup.post(NOTE, "application/x-www-form-urlencoded", json).status())
                .isEqualTo(200);
        assertThat(zup.post(NOTE, "", json).text("earlier")).isEqualTo("true");
    }

    @Test
    void givenTooLargeBody_whenAsked_then413InTheSameJson() throws Exception {
        byte[] large = ("{\"document\":\"D\",\"order\":\"1\",\"sum\":5}" + " ".repeat(65 * 1024))
                .getBytes(StandardCharsets.UTF_8);

        Answer announced = zup.post(NOTE, "application/json", large);
        Answer chunked =
                zup.send(zup.request(NOTE).POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))));

        for (Answer answer : List.of(announced, chunked)) {
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.text("code")).isEqualTo("body_too_large");
            assertThat(answer.text("happened")).isEqualTo("no");
            assertThat(answer.text("next_step")).isEqualTo("fix_request");
        }
    }

    @Test
    void givenExactly64KiB_whenAsked_thenRead() throws Exception {
        String start = "{\"document\":\"H-1\",\"order\":\"1\",\"sum\":5}";
        byte[] whole = (start + " ".repeat(64 * 1024 - start.length())).getBytes(StandardCharsets.UTF_8);

        assertThat(zup.post(NOTE, "application/json", whole).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /v1/actions/test.note HTTP/1.1\r\nContent-Length: 50",
                "POST /v1/actions/test.note HTTP/1.1\r\nAuthorization: Bearer wrong\r\nContent-Length: 50",
                "POST /v1/actions/test.note HTTP/1.1\r\nAuthorization: Basic a2V5\r\nContent-Length: 50",
                "POST /nowhere HTTP/1.1\r\nAuthorization: Bearer\r\nTransfer-Encoding: chunked"
            })
    void givenNoKey_whenOnlyTheHeadIsThere_then401WithoutTheBody(String head) throws Exception {
        String answer = exchange(head);

        assertThat(answer).startsWith("HTTP/1.1 401").contains("\"code\":\"key_wrong\"");
        assertThat(answer.toLowerCase(Locale.ROOT)).contains("www-authenticate: bearer");
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Length: 5000000000, 413, body_too_large",
        "Content-Length: 65537, 413, body_too_large",
        "Content-Length: 50 + Content-Encoding: gzip, 415, body_encoded",
        "Content-Length: 50 + Content-Type: text/plain; charset=koi8-r, 415, charset_unknown"
    })
    void givenKeyButBadHead_whenOnlyTheHeadIsThere_thenRefusedWithoutTheBody(String header, int status, String code)
            throws Exception {
        String answer = exchange("POST /v1/actions/test.note HTTP/1.1\r\nAuthorization: Bearer " + GatewayServer.ZUP
                + "\r\n" + header.replace(" + ", "\r\n"));

        assertThat(answer).startsWith("HTTP/1.1 " + status).contains(code);
    }

    /** Sends a head and no body, and reads the answer. */
    private static String exchange(String head) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", GATEWAY.port())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write((head + "\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            byte[] buffer = new byte[4096];
            while (!answer.toString(StandardCharsets.UTF_8).contains("}")) {
                int read = socket.getInputStream().read(buffer);
                if (read < 0) {
                    break;
                }
                answer.write(buffer, 0, read);
            }
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/actions/test.note, 405, method_wrong",
        "PUT, /v1/events, 405, method_wrong",
        "DELETE, /v1/intents/x, 405, method_wrong",
        "POST, /v1/nothing, 404, address_unknown",
        "POST, /v1/actions/, 404, address_unknown",
        "POST, /v1/actions/a/b, 404, address_unknown",
        "POST, /v1/actions/no.such, 404, action_unknown",
        "GET, /v1/intents/01JDNONE, 404, intent_unknown",
        "GET, /v1/reads/no.such, 404, read_unknown",
        "GET, /v1/events?afterr=1, 400, parameter_unknown",
        "GET, /v1/events?after=x, 400, field_number",
        "GET, /v1/events?after=1&after=2, 400, field_twice",
        "GET, /v1/intents?state=lost, 400, field_state",
        "GET, /, 404, address_unknown"
    })
    void givenBadAddress_whenAsked_thenSaid(String method, String path, int status, String code) throws Exception {
        Answer answer = zup.send(zup.request(path).method(method, BodyPublishers.ofString("{}")));

        assertThat(answer.status()).as(answer.raw()).isEqualTo(status);
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(answer.header("Allow")).isEqualTo(status == 405 ? answer.text("choices") : "");
    }

    @Test
    void givenTwoKeysAtATime_whenAsked_thenBothAreTheBase() throws Exception {
        Answer first = zup.post(NOTE, "{'document':'I-1','order':'1','sum':5}");
        Answer next = GATEWAY.caller(GatewayServer.NEXT_ZUP).post(NOTE, "{'document':'I-1','order':'1','sum':5}");

        assertThat(next.text("intent")).isEqualTo(first.text("intent"));
    }

    @Test
    void givenKeyOfAPerson_whenPromising_then403() throws Exception {
        Answer answer = GATEWAY.caller(GatewayServer.APPROVER).post(NOTE, "{'document':'D','order':'1','sum':5}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("code")).isEqualTo("only_bases");
    }
}
