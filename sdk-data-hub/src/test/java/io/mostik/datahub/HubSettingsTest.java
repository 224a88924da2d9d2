package io.mostik.datahub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.datahub.calc.CostBasis;
import io.mostik.datahub.checks.InvalidSettingsException;
import io.mostik.datahub.statuses.StageRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HubSettingsTest {

    private static final Path EXAMPLE = Path.of("../examples/src/main/resources/hub-settings.json");

    @Test
    void givenSettings_whenWrittenAndRead_thenTheyAreTheSame() {
        String json = HubEnv.SETTINGS.toJson();

        assertThat(HubSettings.fromJson(json)).isEqualTo(HubEnv.SETTINGS);
        assertThat(json).startsWith("{\"version\":1,").contains("\"funnelName\":\"Repairs\"");
    }

    @Test
    void givenUnknownKeys_whenReadAndWritten_thenAreKept() {
        String json = """
            {"version":1,"note":{"by":"us"},
             "filter":[{"action":"INCLUDE","parameter":"LOCATION","operator":"EQUALS","values":["x"],"n1":1}],
             "mapping":{"funnelName":"F","n2":[1,2],"containers":[{"key":"a","title":"A","statusIds":[1],"n3":"t"}]},
             "calculation":{"cost":"1","n4":true}}\
            """;

        String written = HubSettings.fromJson(json).toJson();

        assertThat(written)
                .contains("\"note\":{\"by\":\"us\"}", "\"n1\":1", "\"n2\":[1,2]", "\"n3\":\"t\"", "\"n4\":true");
        assertThat(HubSettings.fromJson(written)).isEqualTo(HubSettings.fromJson(json));
    }

    @Test
    void givenLeastDocument_whenRead_thenTheDefaultsHold() {
        HubSettings settings = HubSettings.fromJson("\uFEFF{}");

        assertThat(settings.version()).isEqualTo(1);
        assertThat(settings.zone()).isEqualTo("UTC");
        assertThat(settings.filter()).isEmpty();
        assertThat(settings.mapping()).isEmpty();
        assertThat(settings.calculation().costBasis()).isEqualTo(CostBasis.PER_UNIT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"version":2}                                                                  | $.version
        {"version":0}                                                                  | $.version
        []                                                                             | $
        {"version":1                                                                   | $
        {"version":1,"version":1}                                                      | $
        {"filter":[{"action":"KEEP","parameter":"A","operator":"IN"}]}                 | $.filter[0].action
        {"filter":[{"action":"INCLUDE","parameter":"A"}]}                              | $.filter[0]
        {"mapping":{"funnelName":"F","containers":[{"key":"a","title":"A","marker":"WON"}]}} | $.mapping.containers[0].marker
        {"calculation":{"costBasis":"PER_BOX"}}                                        | $.calculation.costBasis
        """)
    void givenWrongDocument_whenRead_thenThePathIsTold(String json, String path) {
        assertThatThrownBy(() -> HubSettings.fromJson(json))
                .isInstanceOfSatisfying(
                        InvalidSettingsException.class,
                        failure -> assertThat(failure.findings().list())
                                .singleElement()
                                .satisfies(found -> assertThat(found.path()).startsWith(path)));
    }

    @Test
    void givenExampleFile_whenRead_thenItIsWhole() throws IOException {
        HubSettings settings = HubSettings.fromJson(Files.readString(EXAMPLE));

        assertThat(settings.filter()).hasSize(1);
        assertThat(settings.mapping().orElseThrow().containers()).anyMatch(each -> each.role() == StageRole.SUCCESSFUL);
        assertThat(settings.calculation().check().list()).isEmpty();
        assertThat(settings.unknown()).isEmpty();
    }
}
