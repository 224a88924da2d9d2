package io.mostik.core.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.StateStore;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two spellings of an id are one id, two ids are two, and every key fits a database. */
class OnceKeysTest {

    private static final long SEED = Long.getLong("mostik.once.seed", 20_261_129L);
    private static final Kind<String, Void, String> PERSONAL =
            OnceLab.kind().ids(IdPolicy.PERSONAL).build();

    private static String key(String id) {
        return OnceLab.kind().build().key(id).record();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  order-1",
                "order-1\t",
                "\u00a0order-1\u00a0",
                "\u3000order-1\u2003",
                "order-1\r\n",
                "\u2028order-1"
            })
    void givenBlanksAtTheEnds_whenKeyed_thenSameId(String id) {
        assertThat(key(id)).isEqualTo("once/test/write:order-1");
    }

    @ParameterizedTest
    @CsvSource({"Kőszegi út 1", "Łódź-7", "a\u0301", "заказ-й"})
    void givenOtherUnicodeForm_whenKeyed_thenSameId(String id) {
        assertThat(key(Normalizer.normalize(id, Normalizer.Form.NFD)))
                .isEqualTo(key(Normalizer.normalize(id, Normalizer.Form.NFC)));
    }

    @ParameterizedTest
    @CsvSource({"a,A", "a,b", "a b,a  b", "a/b,a:b", "1,01", "ss,ß", "o,ö", "order-1,order-1."})
    void givenOtherId_whenKeyed_thenOtherKey(String one, String other) {
        assertThat(key(one)).isNotEqualTo(key(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   ", "\u00a0", "a\u200bb", "a\u202eb", "a\u0000b", "a\nb", "a\ud800b", "\ufeffa", "a\u0378"
            })
    void givenInvisibleCharacters_whenKeyed_thenRefused(String id) {
        assertThatThrownBy(() -> key(id)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"#", "#abc", "../../x", "%", "_", "a%", "' or 1=1 --", "a:b", "once/test/write:x", "{}", "😀"})
    void givenHostileId_whenKeyed_thenAsciiAndInItsKind(String id) {
        assertThat(key(id)).startsWith("once/test/write:").matches("[\\x21-\\x7e]{1,171}");
    }

    @Test
    void givenVeryLongIds_whenKeyed_thenShortAndApart() {
        String id = "x".repeat(10_000);

        assertThat(key(id)).hasSizeLessThanOrEqualTo(171).isNotEqualTo(key(id + "x"));
    }

    @Test
    void givenLongestKindAndId_whenKeyed_thenTheStoreTakesIt() {
        String kind = "k".repeat(60);
        OnceKey key = new OnceKey(OnceKeys.kind(kind), OnceKeys.ref("i".repeat(100), false));

        assertThat(StateStore.checkKey(key.open())).hasSizeLessThanOrEqualTo(171);
    }

    @Test
    void givenIdThatLooksLikeADigest_whenKeyed_thenItMeetsNone() {
        String digest = OnceKeys.ref("a b", false);

        assertThat(OnceKeys.ref(digest, false)).isNotEqualTo(digest);
    }

    @Test
    void givenPersonalIds_whenKeyed_thenTheyAreNotReadable() {
        assertThat(PERSONAL.key("+36301234567").record()).doesNotContain("36301234567");
    }

    @Test
    void givenKindWithinKind_whenKeyed_thenNoIdMeetsAnother() {
        String outer = new OnceKey("a", OnceKeys.ref("b:c", false)).record();
        String inner = new OnceKey("a/b", OnceKeys.ref("c", false)).record();

        assertThat(outer).isNotEqualTo(inner);
    }

    @Test
    void givenRandomIds_whenKeyed_thenEqualKeysMeanEqualIds() {
        Random random = new Random(SEED);
        Map<String, String> known = new HashMap<>();
        for (int i = 0; i < 10_000; i++) {
            String id = id(random);
            String clean = Normalizer.normalize(id, Normalizer.Form.NFC).strip();

            String key = key("x" + id + "x");

            assertThat(key).as("seed %d", SEED).matches("[\\x21-\\x7e]{1,171}");
            assertThat(known.merge(key, clean, (first, second) -> first)).isEqualTo(clean);
        }
    }

    /** Letters that collide in one database or another. */
    private static String id(Random random) {
        String letters = "aA áÁoöőOß1lI_%-./:#😀йÿ";
        StringBuilder id = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            int[] points = letters.codePoints().toArray();
            id.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return "a" + id + "a";
    }
}
