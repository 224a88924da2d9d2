package io.mostik.bridge.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.bridge.link.Conversion.Kind;
import io.mostik.bridge.store.StoredJson;
import io.mostik.core.json.Json;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversionTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Budapest");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "money|1 450,50|1450.50",
                "money|1\u00A0450.5|1450.5",
                "money|-12|-12",
                "money|1.450,50|",
                "money|1,450|",
                "money|1e3|",
                "money|12.345|",
                "money|NaN|",
                "number|12.5|12.5",
                "number|1.234|",
                "number|٣|",
                "date|2026-11-29|2026-11-29",
                "date|29.11.2026|2026-11-29",
                "date|29.11.2026 13:05|2026-11-29T13:05:00",
                "date|2026-11-29 13:05:02|2026-11-29T13:05:02",
                "date|2026-11-29T12:05:02Z|2026-11-29T13:05:02",
                "date|2026-11-29T12:05:02.123+0000|2026-11-29T13:05:02",
                "date|0001-01-01|",
                "date|2026-02-30|",
                "date|11/29/2026|",
                "date|1764410702|",
                "boolean|да|true",
                "boolean|No|false",
                "boolean|maybe|",
                "lower|ÁRVÍZ|árvíz",
                "digits|a1b2|12",
                "digits|abc|",
                "phone|+36 30 111 2233|+36301112233",
                "phone|30 111 2233|",
                "phone|06301112233|"
            })
    void textsAreReadOrLeftAloneAndNeverGuessed(String kind, String text, String expected) {
        Conversion conversion = Conversion.of(Kind.valueOf(kind.toUpperCase(Locale.ROOT)));

        assertThat(conversion.apply(text, ZONE)).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void nationalPhonesNeedTheirRegion() {
        Conversion hungarian = new Conversion(Kind.PHONE, Optional.of("HU"), Optional.empty(), Optional.empty());

        assertThat(hungarian.apply("06 30 111 2233", ZONE)).contains("+36301112233");
        assertThat(hungarian.apply("112", ZONE)).isEmpty();
        assertThat(hungarian.apply("anonymous", ZONE)).isEmpty();
        assertThatThrownBy(() -> new Conversion(Kind.PHONE, Optional.of("QQ"), Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void datesFollowTheirPatternAndZone() {
        Conversion american = new Conversion(
                Kind.DATE,
                Optional.empty(),
                Optional.of(ZoneId.of("America/New_York")),
                Optional.of("MM/dd/yyyy HH:mm"));

        assertThat(american.apply("11/29/2026 09:00", ZONE)).contains("2026-11-29T09:00:00");
    }

    @Test
    void pathsLeadIntoListsAndNullIsAbsent() {
        Json data = StoredJson.read(
                "{\"legs\":[{\"ext\":101},{\"ext\":null}],\"items\":[{\"name\":\"a\"},{\"name\":\"b\"}],"
                        + "\"tags\":[\"x\",\"y\"],\"none\":null}");

        assertThat(DataPath.of("legs[0].ext").values(data)).containsExactly("101");
        assertThat(DataPath.of("legs[7].ext").values(data)).isEmpty();
        assertThat(DataPath.of("items[*].name").values(data)).containsExactly("a", "b");
        assertThat(DataPath.of("tags").values(data)).containsExactly("x", "y");
        assertThat(DataPath.of("none").values(data)).isEmpty();
        assertThat(DataPath.of("none.deeper[3].still").values(data)).isEmpty();
    }

    @Test
    void templatesLeaveOutWhatIsAbsent() {
        Json data = StoredJson.plain(Map.of("first", "Nóra", "n", 7));

        assertThat(Template.of("{first} {last}").render(data)).contains("Nóra");
        assertThat(Template.of("{last} {middle}").render(data)).isEmpty();
        assertThat(Template.of("{{{n}}}").render(data)).contains("{7}");
        assertThatThrownBy(() -> Template.of("a}")).hasMessageContaining("closed");
    }

    @Test
    void rulesSplitLookUpJoinDefaultAndCut() {
        String yaml = """
                lookups: {cities: {budapest: "1", Pécs: "2"}}
                links:
                - name: a
                  on: base.signal
                  do: x
                  map:
                    cities: {from: cities, split: ";", lookup: cities, join: "+"}
                    first: {from: cities, split: ";", first: true}
                    cut: {from: long, max: 2}
                    other: {from: city, lookup: cities, default: "9"}
                """;
        Json data = StoredJson.plain(Map.of("cities", "Budapest; PÉCS;Győr", "long", "\uD83D\uDE00bc", "city", "Eger"));
        List<MapRule> rules = LinkFile.read(yaml).all().get(0).rules();

        assertThat(rules.get(0).apply(data, ZONE).value()).contains("1+2");
        assertThat(rules.get(0).apply(data, ZONE).trouble()).contains("not in cities");
        assertThat(rules.get(1).apply(data, ZONE).value()).contains("Budapest");
        assertThat(rules.get(2).apply(data, ZONE).value()).contains("\uD83D\uDE00b");
        assertThat(rules.get(3).apply(data, ZONE).value()).contains("9");
    }
}
