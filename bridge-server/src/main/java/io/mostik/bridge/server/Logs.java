package io.mostik.bridge.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/** One line an event on the error stream, unless the user has settings of his own for {@code java.util.logging}. */
final class Logs {

    private static final String SETTINGS = """
        handlers=java.util.logging.ConsoleHandler
        .level=INFO
        java.util.logging.ConsoleHandler.level=ALL
        java.util.logging.ConsoleHandler.encoding=UTF-8
        java.util.logging.SimpleFormatter.format=%1$tFT%1$tT.%1$tL %4$s %3$s: %5$s%6$s%n
        com.zaxxer.hikari.level=WARNING
        com.github.kagkarlsson.scheduler.level=SEVERE
        """;

    private Logs() {}

    static void setUp() {
        if (System.getProperty("java.util.logging.config.file") != null) {
            return;
        }
        try {
            LogManager.getLogManager()
                    .readConfiguration(new ByteArrayInputStream(SETTINGS.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
