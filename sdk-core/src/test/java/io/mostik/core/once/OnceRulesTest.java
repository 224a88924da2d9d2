package io.mostik.core.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnceRulesTest {

    private final ManualTime time = new ManualTime();
    private final StateStore store = StateStore.inMemory(time);
    private final Once once = Once.over(store, time);

    @Test
    void givenContent_whenItDiffersAnywhere_thenItsFingerprintDoes() {
        List<Object> contents = List.of(
                List.of(),
                List.of("a"),
                List.of("a", "b"),
                List.of(List.of("a"), "b"),
                Map.of("a", 1),
                Map.of("b", 1),
                Map.of("b", List.of(1)));

        assertThat(contents.stream().map(Fingerprint::of)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(longs = {100, 86_400_000})
    void givenLeaseAtTheLimit_whenSet_thenIsTaken(long millis) {
        Kind.Builder<String, Void, String> kind = OnceLab.kind();

        assertThatCode(() -> kind.lease(Duration.ofMillis(millis))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(longs = {99, 86_400_001})
    void givenLeaseBeyondTheLimit_whenSet_thenRefused(long millis) {
        Kind.Builder<String, Void, String> kind = OnceLab.kind();

        assertThatIllegalArgumentException().isThrownBy(() -> kind.lease(Duration.ofMillis(millis)));
    }

    @Test
    void givenWritesOfTwoKinds_whenListed_thenAllThatIsOpenComes() {
        CountingVendor vendor = new CountingVendor(told -> {});
        for (String name : List.of("test/one", "test/two")) {
            boolean unused = once.writes(
                            Kind.builder(name, String.class, Void.class, String.class)
                                    .ids(IdPolicy.PLAIN)
                                    .content(ContentPolicy.STORED)
                                    .lease(OnceLab.LEASE)
                                    .settling(OnceLab.SETTLING)
                                    .build(),
                            new CountedSteps(vendor, CountedSteps.side(store)))
                    .plan("a", "1");
        }

        assertThat(once.pending()).extracting(OpenWrite::kind).containsExactlyInAnyOrder("test/one", "test/two");
        assertThat(once.store()).isSameAs(store);
        assertThat(once.time()).isSameAs(time);
    }
}
