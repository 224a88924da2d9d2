package io.mostik.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a model prints, and how its builder refuses. */
class ModelTextTest {

    @Test
    void givenFewAttributes_whenPrinted_thenShowsOnlyThese() {
        Sample sample = Sample.builder().id(5).build();

        assertThat(sample).hasToString("Sample{id=5}");
    }

    @Test
    void givenPersonalData_whenPrinted_thenIsMasked() {
        Sample sample = Sample.builder()
                .id(5)
                .closedAt(Instant.EPOCH)
                .addItems("a", "b")
                .phone("+380501112233")
                .build();

        assertThat(sample).hasToString("Sample{id=5, closedAt=1970-01-01T00:00:00Z, items=[a, b], phone=***}");
    }

    @Test
    void givenUnknownProperties_whenPrinted_thenShowsTheirNames() {
        Sample sample = JsonCodec.camelCase()
                .read(
                        JsonType.of(Sample.class),
                        "{\"id\":5,\"newer\":\"+380501112233\",\"other\":1}".getBytes(StandardCharsets.UTF_8));

        assertThat(sample).hasToString("Sample{unknown=[newer, other], id=5}");
    }

    @Test
    void givenMissingAttribute_whenBuilding_thenNamesIt() {
        assertThatThrownBy(() -> Sample.builder().build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("id is missing");
    }

    /** Groovy, SpEL and bean mappers call it by reflection, which asks for a public class. */
    @Test
    void givenBuilder_whenLookedAt_thenItsMethodsArePublic() throws NoSuchMethodException {
        Method setter = Sample.Builder.class.getMethod("id", long.class);

        assertThat(setter.getDeclaringClass()).isPublic();
    }

    @Test
    void givenMissingAttribute_whenReading_thenNamesIt() {
        byte[] rows = "[{\"id\":1},{}]".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> JsonCodec.camelCase().read(JsonType.listOf(Sample.class), rows))
                .isInstanceOf(JsonException.class)
                .hasMessage("id is missing at $[1]");
    }
}
