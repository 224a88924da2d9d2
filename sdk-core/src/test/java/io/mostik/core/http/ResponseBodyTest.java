package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseBodyTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100})
    void givenWordAnywhere_whenLookedFor_thenIsFoundAcrossPieces(int size) {
        assertThat(body("success", size).mentions("success")).isTrue();
        assertThat(body("{\"susuccess\": 1}", size).mentions("success")).isTrue();
        assertThat(body("aaaab", size).mentions("aaab")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100})
    void givenNoSuchWord_whenLookedFor_thenIsNotFound(int size) {
        assertThat(body("succes", size).mentions("success")).isFalse();
        assertThat(body("uccess", size).mentions("success")).isFalse();
        assertThat(body("", size).mentions("success")).isFalse();
    }

    @Test
    void findsAWordWhereverItStandsInPiecesOfAnySize() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(3_000); i > 0; i--) {
                text.append("abcé".charAt(random.nextInt(4)));
            }
            StringBuilder word = new StringBuilder();
            for (int i = 1 + random.nextInt(9); i > 0; i--) {
                word.append("abc".charAt(random.nextInt(3)));
            }
            assertThat(body(text.toString(), 1 + random.nextInt(1_500)).mentions(word.toString()))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(text.indexOf(word.toString()) >= 0);
        }
    }

    @Test
    void givenBodyThatWasLookedThrough_whenRead_thenIsWhole() {
        ResponseBody body = body("{\"success\": true}", 4);

        body.mentions("true");

        assertThat(body.text()).isEqualTo("{\"success\": true}");
    }

    @Test
    void givenEmptyWord_whenLookedFor_thenRefusedByName() {
        assertThatThrownBy(() -> body("x", 1).mentions(""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("word");
    }

    private static ResponseBody body(String text, int size) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<ByteBuffer> pieces = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += size) {
            pieces.add(ByteBuffer.wrap(bytes, at, Math.min(size, bytes.length - at)));
        }
        return new ResponseBody(pieces, bytes.length);
    }
}
