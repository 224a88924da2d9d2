package io.mostik.examples.onec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Keeps what 1C people copy true. */
class OnecSampleTest {

    private static final Path FOLDER = Path.of("src/main/onec");
    private static final Pattern ADDRESS = Pattern.compile("Поручить\\(\"(/[a-z/]+)\"");
    private static final Pattern IN_TABLE = Pattern.compile("`POST (/[a-z/]+)`");

    @RegisterExtension
    final BridgeHouse house = new BridgeHouse();

    @Test
    void givenAddressesOfTheSample_whenCalled_thenTheBridgeHasThem() throws Exception {
        List<String> called = addresses("MostikBridge.bsl", ADDRESS);

        for (String address : called) {
            OnecCaller.Answer answer = house.caller.post(address, Map.of());
            assertThat(answer.text("message")).as(address).isEqualTo("document is missing");
        }

        assertThat(called).hasSize(4).containsExactlyInAnyOrderElementsOf(addresses("README.md", IN_TABLE));
    }

    @Test
    void givenSampleSettings_whenLoaded_thenTheyAreTheDefaults() {
        BridgeConfig sample = BridgeConfig.load(Optional.of(FOLDER.resolve("bridge.properties")));
        BridgeConfig defaults = BridgeConfig.of(Map.of());

        assertThat(sample.port()).isEqualTo(defaults.port());
        assertThat(sample.listen()).isEqualTo(defaults.listen()).isEqualTo("127.0.0.1");
        assertThat(sample.pauses()).isEqualTo(defaults.pauses());
        assertThat(sample.patience()).isEqualTo(defaults.patience());
        assertThat(sample.keep()).isEqualTo(defaults.keep());
        assertThat(sample.span()).isEqualTo(defaults.span());
        assertThat(sample.toString()).doesNotContain("замените");
    }

    @Test
    void givenByteOrderMarkAndCyrillic_whenLoaded_thenUnderstood(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("bridge.properties");
        Files.writeString(
                file,
                "\uFEFFodata.url=http://127.0.0.1:1\nodata.user=Мост\nodata.password=п\n"
                        + "odata.entity=Document_УвольнениеСотрудника\n");

        try (OnecBase base = BridgeConfig.load(Optional.of(file)).base().orElseThrow()) {
            assertThat(base).isNotNull();
        }
    }

    @Test
    void givenMistakesInSettings_whenRead_thenTheyAreNamed() {
        assertThatThrownBy(() -> BridgeConfig.of(Map.of("prot", "1"))).hasMessageContaining("[prot]");
        assertThatThrownBy(() -> BridgeConfig.of(Map.of("port", "x")).port()).hasMessageContaining("port");
        assertThatThrownBy(() -> BridgeConfig.of(Map.of("retry-seconds", "x")).pauses())
                .hasMessageContaining("retry-seconds");
        assertThatThrownBy(() -> BridgeConfig.of(Map.of("odata.url", "https://x.example"))
                        .base())
                .hasMessageContaining("MOSTIK_ONEC_ODATA_USER");
        assertThatThrownBy(() -> new ODataFilter("").is("Поле eq 1 or Поле", "6f9619ff-8b86-d011-b42d-00c04fc964ff"))
                .hasMessageContaining("not a name");
    }

    @Test
    void givenConditions_whenWritten_thenTheyAreODataThree() {
        ODataFilter filter = ODataFilter.all()
                .from("Date", LocalDate.of(2026, 1, 31))
                .is("Организация_Key", "6F9619FF-8B86-D011-B42D-00C04FC964FF");

        assertThat(filter.text())
                .isEqualTo("Date ge datetime'2026-01-31T00:00:00'"
                        + " and Организация_Key eq guid'6f9619ff-8b86-d011-b42d-00c04fc964ff'");
    }

    private static List<String> addresses(String file, Pattern pattern) throws Exception {
        return pattern.matcher(Files.readString(FOLDER.resolve(file)))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
