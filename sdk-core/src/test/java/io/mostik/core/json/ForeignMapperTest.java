package io.mostik.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.mostik.core.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignMapperTest {

    private static final String UNKNOWN = "{\"id\":7,\"closedAt\":\"2026-03-02T09:00:00Z\",\"items\":[\"a\"],"
            + "\"newer\":{\"list\":[1,2.50,null,\"x\"],\"flag\":true},\"gone\":null}";

    private final ObjectMapper plain = new ObjectMapper().registerModules(new Jdk8Module(), new JavaTimeModule());

    @Test
    void givenModel_whenWrittenAndReadByPlainMapper_thenNothingIsLost() throws Exception {
        Sample sample = read(UNKNOWN);

        Sample again = plain.readValue(plain.writeValueAsString(sample), Sample.class);

        assertThat(again.unknown().get("newer")).isEqualTo(sample.unknown().get("newer"));
        assertThat(again.unknown()).containsKey("gone");
        assertThat(again.closedAt()).contains(Instant.parse("2026-03-02T09:00:00Z"));
    }

    @Test
    void givenJson_whenWrittenByPlainMapper_thenIsTheJsonItHolds() throws Exception {
        Json json = read(UNKNOWN).unknown().get("newer");

        assertThat(new ObjectMapper().writeValueAsString(Map.of("a", json, "b", Json.of(null))))
                .contains("\"a\":{\"list\":[1,2.50,null,\"x\"],\"flag\":true}", "\"b\":null");
    }

    @Test
    void givenModel_whenTurnedToJson_thenReadsBackEqual() {
        Sample sample = read(UNKNOWN);

        assertThat(read(sample.toJson())).isEqualTo(sample);
    }

    @Test
    void givenSecret_whenWrittenByAnyMapper_thenIsAMask() throws Exception {
        ObjectMapper fields = new ObjectMapper().setVisibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.ANY);
        Map<String, Secret> secrets = Map.of("k", Secret.of("canary-secret"));

        assertThat(fields.writeValueAsString(secrets)).isEqualTo("{\"k\":\"***\"}");
        assertThat(new ObjectMapper().writeValueAsString(secrets)).isEqualTo("{\"k\":\"***\"}");
    }

    @Test
    void givenSecretInRequest_whenWritten_thenIsRefusedNotMasked() {
        assertThatThrownBy(() -> JsonCodec.camelCase().write(Map.of("k", Secret.of("canary-secret"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("canary");
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 200_000, 1_600_000})
    void givenLongText_whenTakenForANumber_thenIsNoneAtOnce(int digits) {
        long start = System.nanoTime();

        assertThat(Json.of("1".repeat(digits)).number()).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"total", "id"})
    void givenLongTextForATypedNumber_whenRead_thenIsRefusedAtOnce(String property) {
        String json = "{\"id\":1,\"" + property + "\":\"" + "1".repeat(1_600_000) + "\"}";
        long start = System.nanoTime();

        assertThatThrownBy(() -> read(json)).isInstanceOf(JsonException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void givenMillionsOfTinyValues_whenRead_thenIsRefused() {
        byte[] tiny = ("[" + "[],".repeat(1_100_000) + "[]]").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> JsonCodec.camelCase().read(JsonType.of(Json.class), tiny))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("larger or deeper than allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.14.3", "1.9.13", "3.0.0"})
    void givenOldJackson_whenChecked_thenSaysWhatIsNeeded(String version) {
        String[] parts = version.split("\\.");
        Version found = new Version(
                Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), null, null, null);

        assertThatThrownBy(() -> Jackson.check("jackson-core", found))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("needs jackson-core 2.15 or a later version 2, found " + version);
    }

    private static Sample read(String json) {
        return JsonCodec.camelCase().read(JsonType.of(Sample.class), json.getBytes(StandardCharsets.UTF_8));
    }
}
