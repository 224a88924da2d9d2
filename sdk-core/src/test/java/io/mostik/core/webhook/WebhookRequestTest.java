package io.mostik.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookRequestTest {

    @Test
    void givenQuery_whenRead_thenKeepsOrderAndDecodes() {
        WebhookRequest request = request("b=2&a=one%20two&&empty=&flag&=nameless&b=3", "");

        assertThat(request.query())
                .containsExactly(
                        entry("b", List.of("2", "3")),
                        entry("a", List.of("one two")),
                        entry("empty", List.of("")),
                        entry("flag", List.of("")),
                        entry("", List.of("nameless")));
        assertThat(request.query("a")).contains("one two");
        assertThat(request.query("b")).isEmpty();
    }

    @Test
    void givenBrokenPercentSign_whenRead_thenTheTextStaysAsItCame() {
        assertThat(request("a=100%&b%zz=1", "").query())
                .containsExactly(entry("a", List.of("100%")), entry("b%zz", List.of("1")));
    }

    @Test
    void givenForm_whenRead_thenTheBodyIsDecoded() {
        assertThat(request("", "name=J%C3%B3+a&x=1").form())
                .containsExactly(entry("name", List.of("Jó a")), entry("x", List.of("1")));
    }

    @Test
    void givenRequest_whenAsked_thenTellsVerbAndBody() {
        WebhookRequest request = request("", "bódy");

        assertThat(request.method()).isEqualTo("PUT");
        assertThat(request.text()).isEqualTo("bódy");
        assertThat(request.body()).isEqualTo("bódy".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void givenHeaderInTwoSpellings_whenAsked_thenProvesNothing() {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("X-Key", List.of("one"));
        headers.put("x-key", List.of("two"));
        headers.put("X-Other", List.of("three"));
        WebhookRequest request = new WebhookRequest("GET", "", headers, new byte[0]);

        assertThat(request.header("X-KEY")).isEmpty();
        assertThat(request.header("x-other")).contains("three");
    }

    private static WebhookRequest request(String query, String body) {
        return new WebhookRequest("PUT", query, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }
}
