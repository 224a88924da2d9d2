package io.mostik.bridge.server.http;

import io.mostik.core.webhook.HttpServerLimits;
import java.util.Properties;

/**
 * The limits that the JDK's HTTP server reads once for the whole process. {@code main} sets them in its first line; a library
 * never does.
 */
public final class ProcessLimits {

    private ProcessLimits() {}

    /** Adds the limits to properties, unless they are set already. */
    public static void addTo(Properties properties) {
        HttpServerLimits.addTo(properties);
    }
}
