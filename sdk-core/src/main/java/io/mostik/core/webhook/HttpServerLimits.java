package io.mostik.core.webhook;

import java.util.Map;
import java.util.Properties;

/**
 * The limits that the JDK's {@code HttpServer} needs where strangers can reach it. Without them a request whose head never
 * ends keeps a thread forever, and a few of them stop the server. They are properties of the whole process and are read
 * once, so the program sets them, in the first line of {@code main}, before it touches the server:
 *
 * <pre>{@code
 * HttpServerLimits.addTo(System.getProperties());
 * HttpServer server = HttpServer.create(address, 0);
 * server.setExecutor(Executors.newCachedThreadPool());   // bounded by the limit of connections
 * }</pre>
 *
 * <p>They hold for requests to be received within 15 s, body included, and answered within 120 s; idle connections end after
 * 30 s; at most 500 connections, 50 headers and 16 KB of head. Raise {@code maxReqTime} where large recordings come over
 * slow lines.
 *
 * <p>With them goes a setting of speed, {@code nodelay}: without it an answer on a connection that stays open waits some 40
 * ms on Linux, as the server sends its head first, and the rest when the sender has acknowledged that.
 */
public final class HttpServerLimits {

    /** The limits by property. */
    public static final Map<String, String> PROPERTIES = Map.of(
            "sun.net.httpserver.maxReqTime", "15",
            "sun.net.httpserver.maxRspTime", "120",
            "sun.net.httpserver.idleInterval", "30",
            "jdk.httpserver.maxConnections", "500",
            "sun.net.httpserver.maxReqHeaders", "50",
            "sun.net.httpserver.maxReqHeaderSize", "16384",
            "sun.net.httpserver.nodelay", "true");

    private HttpServerLimits() {}

    /** Adds the limits to properties, unless they are set already. */
    public static void addTo(Properties properties) {
        PROPERTIES.forEach(properties::putIfAbsent);
    }
}
