package io.mostik.examples.onec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who has no key cannot make the bridge wait. */
@Timeout(60)
class BridgeStrangersTest {

    private static final int STRANGERS = 40;

    @RegisterExtension
    final BridgeHouse house = new BridgeHouse();

    @Test
    void givenHalfRequests_whenAsked_thenTheBridgeAnswers() throws Exception {
        List<Socket> heads = new ArrayList<>();
        List<Socket> bodies = new ArrayList<>();
        for (int i = 0; i < STRANGERS; i++) {
            heads.add(open("POST /limits HTTP/1.1\r\nHost: a\r\nContent-Le"));
            bodies.add(open("POST /limits HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer nope\r\n"
                    + "Content-Length: 1000\r\n\r\n{\"document\":"));
        }

        int honest = house.caller.get("/events").status();
        List<String> answers = new ArrayList<>();
        for (Socket body : bodies) {
            answers.add(new String(body.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1));
        }

        assertThat(honest).isEqualTo(200);
        assertThat(answers).containsOnly("HTTP/1.1 401");
        for (Socket head : heads) {
            head.close();
        }
    }

    private Socket open(String text) throws IOException {
        URI bridge = house.bridge.uri();
        Socket socket = new Socket(bridge.getHost(), bridge.getPort());
        socket.setSoTimeout(10_000);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }
}
