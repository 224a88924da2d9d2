package io.mostik.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DefaultDeserializationContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Jackson does not cache it makes again for each value, under a lock that all threads share. */
class CachedReadersTest {

    private final DeserializationContext context = context();

    private static DeserializationContext context() {
        var mapper = JsonCodec.builder().decimalComma().build().mapper();
        var blueprint = (DefaultDeserializationContext) mapper.getDeserializationContext();
        return blueprint.createDummyInstance(mapper.getDeserializationConfig());
    }

    @ParameterizedTest
    @ValueSource(
            classes = {Json.class, Instant.class, LocalDate.class, LocalDateTime.class, Boolean.class, BigDecimal.class
            })
    void readersOfOursAreMadeOnceForAType(Class<?> type) throws Exception {
        JsonDeserializer<?> first = context.findNonContextualValueDeserializer(context.constructType(type));

        assertThat(context.findNonContextualValueDeserializer(context.constructType(type)))
                .isSameAs(first);
    }
}
