package io.mostik.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.mostik.core.WebhookException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read out of a request's parameters, forms and head. */
class WebhookFormsTest {

    private static final String PART = "Content-Disposition: form-data; name=";

    @ParameterizedTest
    @ValueSource(strings = {"boundary=b7", "boundary=\"b7\"; charset=UTF-8", "BOUNDARY=b7;x=1"})
    void givenMultipartForm_whenRead_thenItsTextsAreTheParameters(String boundary) {
        String body = "--b7\r\n" + PART + "\"a\"\r\n\r\none\r\n--b7\r\n" + PART + "b; x=1\r\n\r\nJó\r\n\r\nnext\r\n"
                + "--b7\r\n" + PART + "\"f\"; filename=\"f.wav\"\r\n\r\nRIFF\r\n"
                + "--b7\r\n" + PART + "\"a\"\r\n\r\n\r\n--b7\r\nX-Other: 1\r\n\r\nlost\r\n--b7--\r\n";

        assertThat(multipart(boundary, utf8(body)))
                .containsExactly(entry("a", List.of("one", "")), entry("b", List.of("Jó\r\n\r\nnext")));
    }

    @Test
    void givenBoundaryTwoDashesShort_whenRead_thenFirstLineIsBelieved() {
        String body = "----b7\r\n" + PART + "\"a\"\r\n\r\none\r\n----b7--\r\n";

        assertThat(multipart("boundary=b7", utf8(body))).containsExactly(entry("a", List.of("one")));
    }

    @Test
    void givenPartOfAnotherAlphabet_whenDeclared_thenItIsRead() {
        String head = "--b7\r\n" + PART + "\"a\"\r\nContent-Type: text/plain; charset=windows-1251\r\n\r\n";
        byte[] body = (head + "Анна\r\n--b7--").getBytes(Charset.forName("windows-1251"));

        assertThat(multipart("boundary=b7", body)).containsExactly(entry("a", List.of("Анна")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x=1|--b7--|no boundary",
                "boundary=b7|--b7\\Content-Disposition: form-data; name=a\\\\one|cut off before its end",
                "boundary=b7|nothing|cut off before its end",
                "boundary=b7|--b7\\Content-Disposition: form-data; name=a\\--b7--|a part without its head"
            })
    void givenBrokenMultipartForm_whenRead_thenItIsUnreadable(String boundary, String body, String text) {
        assertThatThrownBy(() -> multipart(boundary, utf8(body.replace("\\", "\r\n"))))
                .isInstanceOf(WebhookException.class)
                .hasMessageContaining(text);
    }

    @ParameterizedTest
    @CsvSource({"1000, true", "1001, false"})
    void givenManyParts_whenRead_thenThereIsALimit(int parts, boolean readable) {
        String body = IntStream.range(0, parts)
                        .mapToObj(i -> "--b7\r\n" + PART + "a\r\n\r\n1\r\n")
                        .collect(Collectors.joining())
                + "--b7--";

        if (readable) {
            assertThat(multipart("boundary=b7", utf8(body)).get("a")).hasSize(parts);
        } else {
            assertThatThrownBy(() -> multipart("boundary=b7", utf8(body))).hasMessageContaining("more than 1000 parts");
        }
    }

    @Test
    void givenManyParameters_whenRead_thenThereIsALimit() {
        assertThat(post("", utf8("a&".repeat(10_000))).form().get("a")).hasSize(10_000);
        assertThatThrownBy(() -> post("", utf8("a&".repeat(10_001))).form()).hasMessageContaining("10000 parameters");
    }

    @Test
    void givenOldTelephoneExchange_whenRead_thenItsLettersAreRight() {
        Charset central = Charset.forName("windows-1250");

        assertThat(post("", "a=Łódź".getBytes(central)).form()).containsExactly(entry("a", List.of("Łódź")));
        assertThat(post("", utf8("a=%A3%F3d%9F")).form()).containsExactly(entry("a", List.of("Łódź")));
        assertThat(post("text/plain; charset=windows-1250", utf8("a=%A3")).form())
                .containsExactly(entry("a", List.of("Ł")));
        assertThatThrownBy(
                        () -> post("text/plain; charset=none-such", utf8("a")).text())
                .hasMessageContaining("charset is not known");
    }

    @Test
    void givenByteOrderMark_whenReadAsText_thenItIsLeftOut() {
        assertThat(post("", utf8("\uFEFFtext")).text()).isEqualTo("text");
    }

    @Test
    void givenHead_whenPrinted_thenSaysWhatIsAnnounced() {
        WebhookRequest head = new WebhookRequest("POST", "", Map.of("Content-Length", List.of("12")), new byte[0])
                .withQuery("k", "v");

        assertThat(head.announcedLength()).isEqualTo(OptionalLong.of(12));
        assertThat(head).hasToString("POST query [k], headers [Content-Length], 12 bytes announced");
        assertThat(head.withBody(utf8("four"))).hasToString("POST query [k], headers [Content-Length], 4 bytes");
        assertThat(new WebhookRequest("GET", "", Map.of("Content-Length", List.of("x")), new byte[0]).announcedLength())
                .isEmpty();
        assertThat(new WebhookRequest("GET", "", Map.of("Content-Length", List.of("0")), new byte[0]))
                .hasToString("GET query [], headers [Content-Length], 0 bytes");
    }

    @Test
    void givenParameterAdded_whenItIsThere_thenItIsDoubled() {
        WebhookRequest request = new WebhookRequest("GET", "a=1", Map.of(), new byte[0]).withQuery("a", "2");

        assertThat(request.query()).containsExactly(entry("a", List.of("1", "2")));
    }

    @Test
    void givenStream_whenReadWhole_thenNoByteMoreThanAllowed() throws IOException {
        WebhookRequest head = post("", utf8("ignored"));

        assertThat(streamed(head, "four").whole(4).body()).hasSize(4);
        assertThat(streamed(head, "four").whole(5).body()).hasSize(4);
        assertThatThrownBy(() -> streamed(head, "fours").whole(4)).hasMessageContaining("more than 4 bytes");
        assertThat(streamed(head, "four").head().body()).isEmpty();
        assertThat(streamed(head, "four").body().readAllBytes()).hasSize(4);
        assertThat(StreamingWebhookRequest.of(head).whole(100).text()).isEqualTo("ignored");
        assertThat(streamed(head, "four")).hasToString("POST query [], headers [Content-Type], 0 bytes");
    }

    @Test
    void givenChallenge_whenAsked_thenIsAnswered() {
        WebhookRequest head = new WebhookRequest("GET", "echo=" + "e".repeat(1_000), Map.of(), new byte[0]);
        WebhookReply echo = WebhookChallenge.echo("echo").apply(head).orElseThrow();

        assertThat(echo.body()).isEqualTo("e".repeat(1_000));
        assertThat(echo.headers()).containsEntry("X-Content-Type-Options", "nosniff");
        assertThat(WebhookChallenge.echo("other").apply(head)).isEmpty();
        assertThat(WebhookChallenge.echo("long").apply(head.withQuery("long", "e".repeat(1_001))))
                .isEmpty();
        assertThat(WebhookChallenge.get().apply(head)).map(WebhookReply::status).contains(200);
        assertThat(WebhookChallenge.get().apply(post("", utf8("a")))).isEqualTo(Optional.empty());
    }

    private static StreamingWebhookRequest streamed(WebhookRequest head, String body) {
        return StreamingWebhookRequest.of(head, new ByteArrayInputStream(utf8(body)));
    }

    private static Map<String, List<String>> multipart(String parameters, byte[] body) {
        return post("multipart/form-data; " + parameters, body).form();
    }

    private static WebhookRequest post(String type, byte[] body) {
        return new WebhookRequest("POST", "", Map.of("Content-Type", List.of(type)), body);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
