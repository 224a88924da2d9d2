package io.mostik.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.mostik.foreign.ForeignNote;
import io.mostik.foreign.MarkedNote;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a null stands deep inside, and which types take one. */
class NullsRulesTest {

    /** One for each test: what it has found out about a type it keeps. */
    private final JsonCodec json = JsonCodec.camelCase();

    record Deep(List<List<String>> lists, Map<String, List<String>> named) {}

    @NullMarked
    record Loose(@Nullable String note, String id) {}

    /** Its parameters do not say what its components say. */
    @NullMarked
    record Explicit(@Nullable String note, String id) {

        Explicit(String note, String id) {
            this.note = note;
            this.id = id;
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'lists':[['a'],['b',null]]}|null at lists[1][1]",
                "{'lists':[['a'],null]}|null at lists[1]",
                "{'named':{'Anna':['a'],'Otto':['a','b',null]}}|null at named[key][2]"
            },
            quoteCharacter = '`')
    void givenNullDeepInside_whenRead_thenIsRefusedWithItsPlace(String content, String text) {
        assertThatThrownBy(() -> read(Deep.class, content))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining(text)
                .hasMessageNotContaining("Otto");
    }

    @Test
    void givenListsWithoutNulls_whenRead_thenAllComes() {
        Deep deep = read(Deep.class, "{'lists':[['a'],[]],'named':{'Anna':['a']}}");

        assertThat(deep).isEqualTo(new Deep(List.of(List.of("a"), List.of()), Map.of("Anna", List.of("a"))));
    }

    @Test
    void givenComponentThatMayBeNull_whenMissing_thenIsNull() {
        assertThat(read(Loose.class, "{'id':'1'}").note()).isNull();
        assertThatThrownBy(() -> read(Loose.class, "{'note':'a'}")).hasMessageContaining("id is missing");
        assertThat(read(Explicit.class, "{'id':'1'}").note()).isNull();
    }

    @Test
    void givenTypeOfOthers_whenPartIsMissing_thenMayBeNull() {
        assertThat(read(ForeignNote.class, "{'id':'1'}")).isEqualTo(new ForeignNote(null, "1"));
        assertThatThrownBy(() -> read(MarkedNote.class, "{'id':'1'}")).hasMessageContaining("note is missing");
    }

    @Test
    void givenCreatorWithMoreThanItsParts_whenRead_thenIsUsed() {
        assertThat(read(Joined.class, "{'first':'a','last':'b'}")).isEqualTo(new Joined("a b"));
        assertThatThrownBy(() -> read(Joined.class, "{'first':'a'}")).hasMessageContaining("last is missing");
    }

    record Joined(String name) {

        @JsonCreator
        static Joined of(@JsonProperty("first") String first, @JsonProperty("last") String last) {
            return new Joined(first + " " + last);
        }
    }

    @Test
    void givenCreatorsOfEveryKind_whenRead_thenEachIsUsed() {
        assertThat(read(Either.class, "['a','b']").text()).isEqualTo("[a, b]");
        assertThat(read(Either.class, "'a'").text()).isEqualTo("a");
        assertThat(read(Either.class, "{'name':'a'}").text()).isEqualTo("name a");
        assertThatThrownBy(() -> read(Either.class, "['a',null]")).hasMessageContaining("null at [1]");
    }

    @Test
    void givenCreatorOfWholeObject_whenNullIsInIt_thenRefused() {
        assertThat(read(Whole.class, "{'name':'a'}").text()).isEqualTo("{name=a}");
        assertThatThrownBy(() -> read(Whole.class, "{'name':null}")).hasMessageContaining("null at [key]");
    }

    /** Takes an object whole, although it could take it by its properties. */
    static final class Whole {

        private final String text;

        private Whole(String text) {
            this.text = text;
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Whole ofAll(Map<String, String> all) {
            return new Whole(all.toString());
        }

        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        static Whole of(@JsonProperty("name") String name) {
            return new Whole(name);
        }

        String text() {
            return text;
        }
    }

    /** Comes as a list, as a text or as an object. */
    static final class Either {

        private final String text;

        private Either(String text) {
            this.text = text;
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Either ofList(List<String> names) {
            return new Either(names.toString());
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Either ofText(String name) {
            return new Either(name);
        }

        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        static Either ofObject(@JsonProperty("name") String name) {
            return new Either("name " + name);
        }

        String text() {
            return text;
        }
    }

    private <T> T read(Class<T> type, String text) {
        return json.read(JsonType.of(type), text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
