package io.mostik.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.remonline.orders.OrderStatus;
import org.junit.jupiter.api.Test;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;

class MostikHintsTest {

    @Test
    void givenModules_whenRegistering_thenAdviceAndModelsAreThere() {
        RuntimeHints hints = new RuntimeHints();

        new MostikHints().registerHints(hints, getClass().getClassLoader());

        assertThat(RuntimeHintsPredicates.resource().forBundle("io.mostik.core.hints"))
                .accepts(hints);
        assertThat(RuntimeHintsPredicates.resource().forBundle("io.mostik.remonline.internal.hints"))
                .accepts(hints);
        assertThat(RuntimeHintsPredicates.reflection().onType(OrderStatus.class))
                .accepts(hints);
        assertThat(RuntimeHintsPredicates.reflection()
                        .onType(org.springframework.aot.hint.TypeReference.of(
                                "io.mostik.remonline.orders.ImmutableOrder$Builder")))
                .accepts(hints);
    }
}
