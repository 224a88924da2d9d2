package io.mostik.testing.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

    @Test
    void givenNothing_whenRead_thenAllVendorsRun() {
        Options options = Options.parse();

        assertThat(options.vendors()).isEqualTo(Vendor.ALL);
        assertThat(options.port()).isEqualTo(8700);
        assertThat(options.journal()).isEqualTo(20_000);
        assertThat(options.clock().isRunning()).isTrue();
    }

    @Test
    void givenAllOptions_whenRead_thenKeepsThem() {
        Options options = Options.parse(
                "remonline",
                "--port",
                "9000",
                "--clock",
                "frozen",
                "tbank",
                "--seed",
                "mine.json",
                "--journal",
                "50",
                "-h");

        assertThat(options.vendors()).extracting(Vendor::name).containsExactly("tbank", "remonline");
        assertThat(options.port()).isEqualTo(9000);
        assertThat(options.clock().isRunning()).isFalse();
        assertThat(options.seed()).contains(Path.of("mine.json"));
        assertThat(options.journal()).isEqualTo(50);
        assertThat(options.help()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nobody | Unknown vendor nobody",
                "--ports 1 | Unknown option --ports",
                "--port | --port needs a value",
                "--port x | --port is a number from 0 to 65535, not x",
                "--port 65536 | --port is a number from 0 to 65535, not 65536",
                "--port 65530 | --port 65530 is too high",
                "--clock late | --clock is real or frozen, not late",
                "--journal 0 | --journal is a number from 1 to 9999999, not 0",
                "--journal | --journal needs a value",
            })
    void givenBadArgument_whenRead_thenNamesIt(String arguments, String message) {
        assertThatThrownBy(() -> Options.parse(arguments.split(" "))).hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | no JSON object",
                "{ | Not JSON",
                "{\"nobody\":[]} | unknown vendor nobody",
                "{\"vipex\":[{\"action\":\"x\"}]} | no action x",
            })
    void givenBadSeed_whenStarted_thenNamesIt(String json, String message, @TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("seed.json"), json);

        assertThatThrownBy(() -> MostikSim.start("vipex", "--port", "0", "--seed", file.toString()))
                .hasMessageContaining(message);
    }

    @Test
    void givenNoSeedFile_whenStarted_thenNamesIt() {
        assertThatThrownBy(() -> MostikSim.start("vipex", "--port", "0", "--seed", "/nowhere.json"))
                .hasMessageContaining("--seed /nowhere.json cannot be read");
    }
}
