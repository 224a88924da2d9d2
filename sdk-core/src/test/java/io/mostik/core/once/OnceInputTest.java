package io.mostik.core.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.StateStore;
import io.mostik.core.StoreDatabase;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.MortalStore;
import java.text.Normalizer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids that a database might confuse, large contents, and many open writes. */
@OnEveryStore
class OnceInputTest {

    private static final int OPEN = Integer.getInteger("mostik.once.open", 40_000);

    private final ManualTime time = new ManualTime();
    private final AtomicInteger acted = new AtomicInteger();
    private final EngineStore stores;
    private final StateStore store;

    OnceInputTest(EngineStore stores) {
        this.stores = stores;
        this.store = stores.empty(time);
    }

    private OnceWrites<String, Void, String> writes(StateStore connection) {
        return Once.over(connection, time)
                .writes(
                        OnceLab.kind().build(),
                        OnceSteps.of(
                                asked -> {
                                    acted.incrementAndGet();
                                    return Integer.toString(asked.length());
                                },
                                asked -> ReadBack.notApplied()));
    }

    private OnceResult<String> perform(String id, String content) {
        return writes(store).perform(id, content);
    }

    private static OnceResult<String> earlier(String content) {
        return new OnceResult.Done<>(Optional.of(Integer.toString(content.length())), OnceResult.How.EARLIER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"order-1 ", "\u00a0order-1", "order-1\t"})
    void givenBlanksAtTheEnds_whenPerformed_thenOnce(String id) {
        perform("order-1", "500");

        assertThat(perform(id, "500")).isEqualTo(earlier("500"));
        assertThat(acted).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Kőszegi út 1", "Łódź-7", "заказ-й"})
    void givenOtherUnicodeForm_whenPerformed_thenOnce(String id) {
        perform(Normalizer.normalize(id, Normalizer.Form.NFC), "500");

        assertThat(perform(Normalizer.normalize(id, Normalizer.Form.NFD), "500"))
                .isEqualTo(earlier("500"));
        assertThat(acted).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({"a,A", "ss,ß", "o,ö", "a b,a  b", "1,01", "a_,ab", "a%,ab"})
    void givenOtherIds_whenPerformed_thenEachOnce(String one, String other) {
        perform(one, "500");
        perform(other, "500");

        assertThat(acted).hasValue(2);
    }

    @Test
    void givenVeryLongIds_whenPerformed_thenEachOnce() {
        String id = "x".repeat(10_000);
        perform(id, "500");

        assertThat(perform(id, "500")).isEqualTo(earlier("500"));
        assertThat(perform(id + "x", "500")).isInstanceOf(OnceResult.Done.class);
        assertThat(acted).hasValue(2);
    }

    @Test
    void givenKnownId_whenContentDiffers_thenRefused() {
        perform("order-1", "500");

        assertThatThrownBy(() -> perform("order-1", "501")).isInstanceOf(KeyReuseException.class);
        assertThat(perform("order-1", "500")).isEqualTo(earlier("500"));
        assertThat(acted).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {70_000, 5_000_000})
    void givenLargeContent_whenKnown_thenItIsWhole(int size) {
        String content = "ő😀\"".repeat(size / 7);
        perform("a", content);

        assertThat(perform("a", content)).isEqualTo(earlier(content));
        assertThat(writes(store).asked("a").orElseThrow().equals(content)).isTrue();
        assertThatThrownBy(() -> perform("a", content + "!")).isInstanceOf(KeyReuseException.class);
    }

    @Test
    void givenManyOpenWrites_whenListed_thenNoneIsCut() {
        OnceWrites<String, Void, String> planned = writes(store);
        Optional<StoreDatabase.Opened> rows = stores.rows();
        if (rows.isPresent()) {
            planned.plan("order-0", "1");
            rows.get().multiply("order-0", OPEN - 1);
        } else {
            IntStream.range(0, OPEN).forEach(i -> planned.plan("order-" + i, "1"));
        }
        MortalStore counted = MortalStore.over(store);

        long listed = writes(counted).pending().map(OpenWrite::ref).distinct().count();

        assertThat(listed).isEqualTo(OPEN);
        assertThat(counted.trips()).isEqualTo(2 * OPEN / StateStore.PAGE + 1);
    }
}
