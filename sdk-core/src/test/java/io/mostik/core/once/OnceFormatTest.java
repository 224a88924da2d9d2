package io.mostik.core.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.StateStoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Write records of earlier releases are read, those of later ones are never taken for absent. */
@OnEveryStore
class OnceFormatTest {

    private static final String KEY = "once/test/write:order-1";

    private final OnceLab lab;

    OnceFormatTest(EngineStore stores) {
        lab = new OnceLab(stores);
    }

    private void stored(String record) {
        lab.store().put(KEY, record);
    }

    private String stored() {
        return lab.store().find(KEY).orElseThrow().value();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"v\":2,\"state\":\"DONE\",\"at\":1}",
                "{\"v\":1,\"state\":\"PAUSED\",\"at\":1}",
                "{\"v\":1,\"state\":\"NONE\"}",
                "{\"state\":\"DONE\"}",
                "{\"v\":1",
                "[]",
                "",
                "null"
            })
    void givenRecordThatCannotBeRead_whenPerforming_thenNothingIsSent(String record) {
        stored(record);

        assertThatThrownBy(() -> lab.writes().perform(OnceLab.ID, "500")).isInstanceOf(StateStoreException.class);

        assertThat(lab.vendor.requests()).isZero();
        assertThat(stored()).isEqualTo(record);
    }

    @Test
    void givenPropertyOfALaterRelease_whenRewritten_thenItIsKept() {
        stored(
                "{\"v\":1,\"state\":\"SENDING\",\"at\":1,\"lease\":1,\"asked\":\"500\",\"later\":{\"a\":[1,2.50,\"x\"]}}");

        lab.writes().perform(OnceLab.ID, "500");

        assertThat(stored()).contains("\"later\":{\"a\":[1,2.50,\"x\"]}").contains("\"state\":\"DONE\"");
    }

    static Stream<Path> golden() {
        try (Stream<Path> files = Files.walk(
                Path.of(OnceFormatTest.class.getResource("/once/0.2.0").toURI()).getParent())) {
            List<Path> records = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            return records.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("golden")
    void givenRecordOfARelease_whenRead_thenItsStateIsKnown(Path file) throws IOException {
        stored(Files.readString(file));
        String name = file.getFileName().toString();
        WriteState expected = WriteState.valueOf(name.replaceAll("[-.].*", "").toUpperCase());

        assertThat(lab.writes().state(OnceLab.ID)).isEqualTo(expected);
        assertThat(lab.writes().asked(OnceLab.ID)).contains("500");
        assertThat(new Journal(lab.store())
                        .read(new OnceKey(OnceLab.KIND, OnceLab.ID), List.of())
                        .record()
                        .text())
                .as("no property is lost")
                .isEqualTo(stored().strip());
    }

    @Test
    void givenDoneRecordOfRelease_whenPerforming_thenResultIsKnown() throws Exception {
        stored(Files.readString(Path.of(
                OnceFormatTest.class.getResource("/once/0.2.0/done.json").toURI())));

        assertThat(lab.writes().perform(OnceLab.ID, "500.00"))
                .isEqualTo(new OnceResult.Done<>(Optional.of("500"), OnceResult.How.EARLIER));
    }

    @Test
    void givenAbandonedRecordOfARelease_whenPerforming_thenItGoesOn() throws Exception {
        stored(Files.readString(Path.of(
                OnceFormatTest.class.getResource("/once/0.2.0/sending.json").toURI())));
        lab.sleep(Duration.ofDays(1));

        assertThat(lab.writes().perform(OnceLab.ID, "500")).isInstanceOf(OnceResult.Done.class);
        assertThat(lab.vendor.acted()).isEqualTo(1);
    }
}
