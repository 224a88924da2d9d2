package io.mostik.core.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mostik.core.StateStore;
import io.mostik.core.StateStore.Entry;
import io.mostik.core.StateStore.Remove;
import io.mostik.core.StateStore.Write;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys, values and listings of a store: part of {@link StateStoreContract}. */
public abstract class StateStoreTextsContract extends StateStoreFixture {

    static Stream<String> hostileKeys() {
        return Stream.of(
                "a",
                "A",
                "\u00e1",
                "\u00c1",
                "a\u0301",
                "a ",
                " a",
                "a\t",
                "a\n",
                "a\u00a0",
                "a\u200b",
                "ss",
                "\u00df",
                "\u1e9e",
                "%",
                "_",
                "a%",
                "a_",
                "a\\",
                "a'",
                "a\"",
                "a;--",
                "o",
                "\u0151",
                "\u043e",
                "\u0441\u0447\u0451\u0442",
                "i",
                "I",
                "\u0130",
                "\u0131",
                "\ufffd",
                "\uffee",
                "\ud83d\ude00",
                "\ud83d\ude01",
                "\udbff\udfff",
                "1",
                "01",
                "1.0",
                "null",
                "x".repeat(199),
                "x".repeat(200),
                "\u4e2d".repeat(200),
                "\ud83d\ude00".repeat(100));
    }

    @Test
    void givenManyValues_whenStreaming_thenAllComeInOrder() {
        List<String> keys =
                IntStream.range(0, 1_203).mapToObj(i -> "n/%04d".formatted(i)).toList();
        putAll(keys.stream());
        putAll(Stream.of("m", "n", "n0"));

        List<Entry> entries = store.stream("n/").toList();

        assertThat(entries).extracting(Entry::key).containsExactlyElementsOf(keys);
    }

    @Test
    void givenHostileKeys_whenWritten_thenEachHasItsOwnValue() {
        hostileKeys()
                .forEach(key -> assertThat(store.write(key, key, StateStore.ABSENT, FOR_EVER))
                        .as(key)
                        .isPresent());

        assertThat(hostileKeys().map(this::value))
                .containsExactlyElementsOf(hostileKeys().toList());
        assertThat(store.findAll(hostileKeys().toList()))
                .extracting(Entry::key)
                .containsExactlyElementsOf(hostileKeys().toList());
    }

    @Test
    void givenHostileKeys_whenListing_thenComeInTheOrderOfTheirBytes() {
        putAll(hostileKeys());

        List<String> paged = new ArrayList<>();
        for (String after = ""; paged.size() % 7 == 0; after = paged.get(paged.size() - 1)) {
            List<Entry> page = store.list("", after, 7);
            page.forEach(entry -> paged.add(entry.key()));
            if (page.isEmpty()) {
                break;
            }
        }

        assertThat(paged)
                .containsExactlyElementsOf(hostileKeys()
                        .sorted((a, b) -> Arrays.compareUnsigned(bytes(a), bytes(b)))
                        .toList());
    }

    @Test
    void givenPrefix_whenListing_thenTakesItLiterally() {
        putAll(hostileKeys());

        List<List<Entry>> listings =
                hostileKeys().map(prefix -> store.list(prefix, "", 100)).toList();

        assertThat(listings.stream()
                        .map(entries -> entries.stream().map(Entry::key).toList()))
                .containsExactlyElementsOf(hostileKeys()
                        .map(prefix -> hostileKeys()
                                .filter(key -> key.startsWith(prefix))
                                .sorted((a, b) -> Arrays.compareUnsigned(bytes(a), bytes(b)))
                                .toList())
                        .toList());
    }

    @Test
    void givenKeyOutsidePrefix_whenListingAfterIt_thenPrefixCounts() {
        List.of("a", "b/1", "b/2", "c").forEach(key -> store.put(key, key));

        assertThat(store.list("b/", "a", 10)).extracting(Entry::key).containsExactly("b/1", "b/2");
        assertThat(store.list("b/", "b/1", 10)).extracting(Entry::key).containsExactly("b/2");
        assertThat(store.list("b/", "c", 10)).isEmpty();
        assertThat(store.list("b/", "", 1)).extracting(Entry::key).containsExactly("b/1");
        assertThat(store.list("b/", "", 0)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 70_000, 5_000_000})
    void givenValueOfAnyLength_whenReadAgain_thenIsTheSame(int length) {
        String value = "\u0151\u0436\ud83d\ude00 '\\\n".repeat(length / 7 + 1).substring(0, length);

        store.put("a", value);

        assertThat(value("a").equals(value)).as("the value is the same").isTrue();
        assertThat(store.list("a", "", 1).get(0).value().length()).isEqualTo(length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u0000", "a\u0000", "\ud83d", "\ude00", "a\ude00\ud83d"})
    void givenTextThatNoStoreKeeps_whenUsedAsKey_thenRefuses(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> store.find(key)).withMessageContaining("key");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.put(key, ""))
                .withMessageContaining("key");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.remove(key, 1))
                .withMessageContaining("key");
    }

    @Test
    void givenTooLongKey_whenWriting_thenRefuses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.put("x".repeat(201), "1"))
                .withMessageContaining("key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "secret\u0000", "secret\ud83d", "\ude00secret"})
    void givenTextThatNoStoreKeeps_whenUsedAsValue_thenRefuses(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.put("a", value))
                .withMessageContaining("value")
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("secret"));
    }

    @Test
    void givenBadRange_whenListing_thenRefuses() {
        assertThatIllegalArgumentException().isThrownBy(() -> store.list("a", "", -1));
        assertThatIllegalArgumentException().isThrownBy(() -> store.list("\ud83d", "", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> store.list("", "\u0000", 1));
    }

    @Test
    void givenNoChangeOrTwoOfOneKey_whenCommitting_thenRefuses() {
        assertThatIllegalArgumentException().isThrownBy(() -> store.commit(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.commit(
                        List.of(new Write("a", "1", StateStore.ANY, FOR_EVER), new Remove("a", StateStore.ANY))));
    }

    @Test
    void givenSeveralKeys_whenFindingAll_thenLeavesOutAbsentOnes() {
        store.put("a", "1");
        store.put("c", "3");

        List<Entry> found = store.findAll(List.of("c", "b", "a"));

        assertThat(found).extracting(Entry::key).containsExactly("c", "a");
        assertThat(store.findAll(List.of())).isEmpty();
    }

    @Test
    void givenMoreKeysThanOnePage_whenFindingAll_thenFindsThem() {
        List<String> keys = IntStream.range(0, 1_203).mapToObj(i -> "k" + i).toList();
        store.put("k0", "");
        store.put("k1202", "");

        List<Entry> found = store.findAll(keys);

        assertThat(found).extracting(Entry::key).containsExactly("k0", "k1202");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
