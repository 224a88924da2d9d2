package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.ApiException;
import io.mostik.core.TransportException;
import io.mostik.core.json.Json;
import io.mostik.core.test.RawServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Heads of answers that are odd and harmless, and those that are not. */
class AnswerRulesTest {

    private static final Endpoint<Json> CREATE = Endpoint.once("things.create", "POST", "/things", Json.class);
    private static final String BODY = "{\"a\":1}";

    @ParameterizedTest
    @ValueSource(strings = {"utf-8", "", "identity", "none", "UTF-8, identity"})
    void givenCodingThatIsNone_whenTheBodyIsPlain_thenItIsRead(String coding) {
        Json answer = answer("HTTP/1.1 200 OK\r\nContent-Encoding: " + coding + "\r\nContent-Length: 7\r\n\r\n" + BODY);

        assertThat(answer.get("a").text()).contains("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "identity, br", "zstd"})
    void givenCompressedAnswer_whenNotAskedFor_thenSaysSo(String coding) {
        TransportException failure = catchThrowableOfType(
                TransportException.class,
                () -> answer(
                        "HTTP/1.1 200 OK\r\nContent-Encoding: " + coding + "\r\nContent-Length: 7\r\n\r\n" + BODY));

        assertThat(failure).hasMessageContaining("compressed");
    }

    @Test
    void givenTheSameLengthTwice_whenRead_thenIsOne() {
        Json answer = answer("HTTP/1.1 200 OK\r\nContent-Length: 7\r\nContent-Length: 7\r\n\r\n" + BODY);

        assertThat(answer.get("a").text()).contains("1");
    }

    @Test
    void givenCompressedError_whenTold_thenItsBytesAreNotInTheMessage() {
        ApiException failure = catchThrowableOfType(
                ApiException.class,
                () -> answer("HTTP/1.1 400 X\r\nContent-Encoding: gzip\r\nContent-Length: 7\r\n\r\nBINARY!"));

        assertThat(failure.status()).isEqualTo(400);
        assertThat(failure).hasMessageNotContaining("BINARY");
    }

    private static Json answer(String raw) {
        try (RawServer server = RawServer.start(connection -> {
                    connection.readRequest();
                    connection.write(raw);
                });
                ApiClient client = ApiClient.builder(
                                ClientConfig.builder().baseUri(server.uri()).build())
                        .build()) {
            return client.call(CREATE).send();
        }
    }
}
