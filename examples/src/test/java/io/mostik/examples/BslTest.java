package io.mostik.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonType;
import io.mostik.testing.program.MostikSim;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every 1C text that we give to copy is one that 1C reads. */
class BslTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern BLOCK = Pattern.compile("```(?:bsl|1c|os)\\n(.*?)```", Pattern.DOTALL);

    @Test
    void givenModulesAndDocuments_whenParsed_thenNothingIsWrong() throws Exception {
        List<String> modules = new ArrayList<>();
        for (Path file : files()) {
            String text = Files.readString(file);
            if (file.toString().endsWith(".bsl")) {
                modules.add(file.getFileName().toString());
                assertThat(BslParser.errors(text)).as(file.toString()).isEmpty();
            } else {
                BLOCK.matcher(text)
                        .results()
                        .forEach(block -> assertThat(BslParser.errors(block.group(1)))
                                .as(file + block.group())
                                .isEmpty());
            }
        }

        assertThat(modules).contains("MostikBridge.bsl");
    }

    @Test
    void givenSnippetsOfMostikSim_whenParsed_thenNothingIsWrong() throws Exception {
        try (MostikSim sim = MostikSim.start("--port", "0");
                InputStream program = sim.uri().resolve("/control").toURL().openStream()) {
            List<Json> vendors = JsonCodec.camelCase()
                    .read(JsonType.of(Json.class), program.readAllBytes())
                    .get("vendors")
                    .elements();

            for (Json vendor : vendors) {
                String snippet = vendor.at("snippets", "onec").text().orElseThrow();
                assertThat(BslParser.errors(snippet)).as(snippet).isEmpty();
            }
            assertThat(vendors).hasSize(9);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Для Попытка = 1 По 3 Цикл КонецЦикла;",
                "Если Истина Тогда Сообщить(1);",
                "Сообщить(\"без конца);",
                "Ответ = Новый HTTPЗапрос(\"/\";",
                "Процедура Пример() КонецФункции"
            })
    void givenMistake_whenParsed_thenIsNamed(String text) {
        assertThat(BslParser.errors(text)).isNotEmpty();
    }

    private static List<Path> files() throws Exception {
        List<Path> all = new ArrayList<>();
        for (String folder : List.of("docs", "sdk-bridge/src/main", "bridge-server/src/main")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".bsl")
                                || file.toString().endsWith(".md"))
                        .sorted()
                        .forEach(all::add);
            }
        }
        return all;
    }
}
