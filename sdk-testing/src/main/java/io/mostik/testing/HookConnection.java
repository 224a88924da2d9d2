package io.mostik.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.mostik.testing.HookDelivery.Attempt;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import javax.net.ssl.SSLSocketFactory;

/**
 * One HTTP/1.1 request on a connection of its own. Written by hand because the JDK's clients silently send a request again
 * when a connection breaks, and here every attempt is counted.
 */
final class HookConnection {

    private static final int MAX_ANSWER = 1024 * 1024;

    private HookConnection() {}

    static Attempt exchange(OutgoingWebhook hook, Duration timeout) throws IOException {
        int millis = Math.toIntExact(timeout.toMillis());
        try (Socket socket = open(hook.uri(), millis)) {
            socket.setSoTimeout(millis);
            OutputStream out = socket.getOutputStream();
            out.write(head(hook).getBytes(UTF_8));
            out.write(hook.body());
            out.flush();
            return read(new BufferedInputStream(socket.getInputStream()));
        }
    }

    private static Socket open(URI uri, int timeoutMillis) throws IOException {
        boolean tls = "https".equals(uri.getScheme());
        int port = uri.getPort() >= 0 ? uri.getPort() : tls ? 443 : 80;
        Socket plain = new Socket();
        plain.connect(new InetSocketAddress(uri.getHost(), port), timeoutMillis);
        return tls
                ? ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(plain, uri.getHost(), port, true)
                : plain;
    }

    private static String head(OutgoingWebhook hook) {
        URI uri = hook.uri();
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        StringBuilder head = new StringBuilder(hook.method())
                .append(' ')
                .append(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery())
                .append(" HTTP/1.1\r\nHost: ")
                .append(uri.getRawAuthority())
                .append("\r\nConnection: close\r\n");
        hook.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        if (hook.body().length > 0 || !hook.method().equals("GET")) {
            head.append("Content-Length: ").append(hook.body().length).append("\r\n");
        }
        return head.append("\r\n").toString();
    }

    private static Attempt read(InputStream in) throws IOException {
        String[] statusLine = line(in).split(" ", 3);
        if (statusLine.length < 2 || !statusLine[0].startsWith("HTTP/") || !statusLine[1].matches("\\d{3}")) {
            throw new IOException("No HTTP answer");
        }
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return new Attempt(
                OptionalInt.of(Integer.parseInt(statusLine[1])),
                headers.getOrDefault("content-type", ""),
                body(in, headers),
                "");
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            for (int size = chunkSize(in); size > 0 && body.size() < MAX_ANSWER; size = chunkSize(in)) {
                body.write(in.readNBytes(size));
                line(in);
            }
            return body.toByteArray();
        }
        String length = headers.getOrDefault("content-length", "");
        return in.readNBytes(length.matches("\\d{1,9}") ? Math.min(Integer.parseInt(length), MAX_ANSWER) : MAX_ANSWER);
    }

    private static int chunkSize(InputStream in) throws IOException {
        String size = line(in).split(";", 2)[0].strip();
        return size.matches("[0-9a-fA-F]{1,6}") ? Integer.parseInt(size, 16) : 0;
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0 || line.size() > 8192) {
                throw new IOException("The answer ended within its head");
            }
            if (read != '\r') {
                line.write(read);
            }
        }
        return line.toString(ISO_8859_1);
    }
}
