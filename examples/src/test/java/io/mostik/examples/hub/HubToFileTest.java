package io.mostik.examples.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code -Dmostik.docs.write=true} writes the charts of the documents again. */
class HubToFileTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void givenShop_whenWrittenToFile_thenChartsAreOfIt() throws Exception {
        try (DemoShop shop = new DemoShop()) {
            HubToFile.run(shop, folder, new PrintStream(said, true, UTF_8));
        }

        HubChartsOfFile.run(folder, new PrintStream(said, true, UTF_8));

        assertThat(said.toString(UTF_8)).contains("refreshed: 1", "hub-margin.svg");
        assertThat(Files.readString(folder.resolve("hub-margin.svg"))).contains("Olga K.", "Pavel S.", "%");
        assertThat(Files.readString(folder.resolve("hub-time-in-stage.svg"))).contains("2026-03-16: ", "Лиды");
        assertThat(Files.readString(folder.resolve("hub-conversion.svg"))).contains("2026-04-27: ");
        if (Boolean.getBoolean("mostik.docs.write")) {
            for (String name : new String[] {"funnel", "conversion", "time-in-stage", "margin"}) {
                Files.copy(
                        folder.resolve("hub-" + name + ".svg"),
                        Path.of("../docs/images/hub-" + name + ".svg"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
