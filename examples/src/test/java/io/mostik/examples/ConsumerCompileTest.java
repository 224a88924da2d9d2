package io.mostik.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.testing.remonline.RemOnlineSimulator;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsumerCompileTest {
    @TempDir
    Path work;

    @Test
    void givenNamedModule_whenCompiled_thenThereIsNoWarning() throws Exception {
        ConsumerModule consumer = new ConsumerModule(sources(), work);

        String complaints = consumer.compile();

        assertThat(complaints).isEmpty();
    }

    @Test
    void givenNamedModuleOfAnEmbedder_whenRun_thenItsCallIsAnswered() throws Exception {
        ConsumerModule consumer = new ConsumerModule(sources(), work);
        consumer.compile();
        try (RemOnlineSimulator vendor = RemOnlineSimulator.start()) {
            long order = vendor.seedOrder(seed -> seed.total("1450.00"));

            String output =
                    consumer.run("consumer.app.Main", vendor.v2Uri().toString(), vendor.apiKey(), Long.toString(order));

            assertThat(output)
                    .contains("module consumer.app reads 1450.00 and makes 10.00")
                    .endsWith("exit 0");
        }
    }

    @Test
    void givenNamedModule_whenPathIsMade_thenNothingElseComesAlong() throws Exception {
        ConsumerModule consumer = new ConsumerModule(sources(), work);

        Set<String> modules = consumer.requiredModules().keySet();

        assertThat(modules)
                .containsExactlyInAnyOrder(
                        "io.mostik.remonline",
                        "io.mostik.core",
                        "com.fasterxml.jackson.core",
                        "com.fasterxml.jackson.databind",
                        "com.fasterxml.jackson.annotation",
                        "com.fasterxml.jackson.datatype.jsr310",
                        "com.fasterxml.jackson.datatype.jdk8",
                        "org.jspecify");
    }

    @Test
    void givenSloppyModule_whenCompiled_thenHarnessSaysSo() throws Exception {
        Path sloppy = Files.createDirectory(work.resolve("sloppy"));
        Files.writeString(sloppy.resolve("module-info.java"), "module sloppy {}");
        Files.createDirectory(sloppy.resolve("sloppy"));
        Files.writeString(
                sloppy.resolve("sloppy").resolve("Raw.java"), "package sloppy; class Raw { java.util.List list; }");
        ConsumerModule consumer = new ConsumerModule(sloppy, work);

        String complaints = consumer.compile();

        assertThat(complaints).contains("[rawtypes]");
    }

    private static Path sources() throws URISyntaxException {
        return Path.of(ConsumerCompileTest.class.getResource("/consumer").toURI());
    }
}
