package io.mostik.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenValueTest {

    private static final JsonCodec CODEC = JsonCodec.camelCase();

    @Test
    void givenNewerWord_whenRead_thenArrivesAsItself() {
        Job job = read("{\"status\":\"on_hold\",\"kinds\":[\"a\"],\"number\":7}");

        assertThat(job.status()).contains(new Status("on_hold"));
        assertThat(job.kinds()).containsExactly(new Status("a"));
        assertThat(job.number()).isEqualTo(new Number(7));
    }

    @Test
    void givenNumberSentAsText_whenRead_thenIsTheNumber() {
        assertThat(read("{\"number\":\"7\"}").number()).isEqualTo(new Number(7));
        assertThat(read("{\"number\":7,\"status\":1}").status()).contains(new Status("1"));
    }

    @Test
    void givenValues_whenWritten_thenAreTheirContent() {
        Job job = new Job(Optional.of(Status.NEW), List.of(Status.NEW), new Number(7));

        assertThat(new String(CODEC.write(job), StandardCharsets.UTF_8))
                .isEqualTo("{\"status\":\"new\",\"kinds\":[\"new\"],\"number\":7}");
        assertThat(CODEC.text(Status.NEW)).isEqualTo("new");
    }

    @Test
    void givenForeignMapper_whenUsed_thenReadsAndWrites() throws JsonProcessingException {
        ObjectMapper mapper = new ObjectMapper();

        assertThat(mapper.readValue("\"new\"", Status.class)).isEqualTo(Status.NEW);
        assertThat(mapper.writeValueAsString(Status.NEW)).isEqualTo("\"new\"");
    }

    @Test
    void givenObject_whenRead_thenIsRefused() {
        assertThatThrownBy(() -> read("{\"number\":7,\"status\":{}}"))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("$.status");
    }

    @Test
    void givenValueThatItsTypeRefuses_whenRead_thenIsRefused() {
        assertThatThrownBy(() -> read("{\"number\":-1}"))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("$.number");
    }

    @Test
    void givenNull_whenMade_thenIsRefused() {
        assertThatNullPointerException().isThrownBy(() -> new Status(null)).withMessage("value");
    }

    private static Job read(String json) {
        return CODEC.read(JsonType.of(Job.class), json.getBytes(StandardCharsets.UTF_8));
    }

    record Job(Optional<Status> status, List<Status> kinds, Number number) {}

    record Status(String value) implements OpenValue {

        static final Status NEW = new Status("new");

        Status {
            OpenValue.check(value);
        }
    }

    record Number(long value) implements OpenNumber {

        Number {
            if (value < 0) {
                throw new IllegalArgumentException("number must not be negative");
            }
        }
    }
}
