package io.mostik.examples.springdesk;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonType;
import io.mostik.remonline.RemOnline;
import io.mostik.remonline.orders.Order;
import io.mostik.testing.remonline.RemOnlineSimulator;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class DeskOrdersTest {

    @Autowired
    private RemOnlineSimulator vendor;

    @Autowired
    private RemOnline remonline;

    @Autowired
    private Browser browser;

    @Test
    void givenOrder_whenAskedByTheBrowser_thenTheModelIsWritten() {
        long id = vendor.seedOrder(seed -> seed.total("1450.50"));

        HttpResponse<String> answer = browser.get("/orders/" + id);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(read(answer.body())).isEqualTo(remonline.orders().get(id));
    }

    @Test
    void givenModel_whenReadAndWritten_thenNothingIsLost() {
        long id = vendor.seedOrder();
        String sent = browser.get("/orders/" + id).body();

        HttpResponse<String> answer = browser.post("/echo", sent, "Content-Type", "application/json");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(read(answer.body())).isEqualTo(remonline.orders().get(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":\"canary\"}", "{}", "[]", "{\"id\":1,"})
    void givenModelThatCannotBeRead_whenSent_thenTheSenderIsToldSo(String sent) {
        HttpResponse<String> answer = browser.post("/echo", sent, "Content-Type", "application/json");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("canary");
    }

    @Test
    void givenNoSuchOrder_whenAsked_thenTheProblemSaysSo() {
        HttpResponse<String> answer = browser.get("/orders/987654321", "Accept-Language", "ru");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body())
                .contains("\"outcome\":\"REJECTED\"", "\"operation\":\"orders.get\"", "\"retryable\":false")
                .containsPattern("\"detail\":\"[А-Я]");
    }

    private static Order read(String json) {
        return JsonCodec.camelCase().read(JsonType.of(Order.class), json.getBytes(StandardCharsets.UTF_8));
    }
}
