package io.mostik.bridge.server.config;

import io.mostik.core.webhook.AddressRanges;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads where the servers listen: loopback, or with TLS, or behind a proxy that has it. */
final class ListenReader {

    private static final Pattern ADDRESS = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[0-9.]+|localhost):([0-9]{1,5})");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9a-fA-F:.]+]");

    private final Section listen;
    private final Path folder;

    ListenReader(Section listen, Path folder) {
        this.listen = listen;
        this.folder = folder;
    }

    /** Returns a listener, written as {@code 127.0.0.1:8085} or as a section with {@code at}. */
    ListenerSettings read(String name, int port) {
        if (!listen.has(name)) {
            return ListenerSettings.loopback(port);
        }
        if (listen.isText(name)) {
            return made(listen, name, Optional.empty(), List.of(), List.of(), port);
        }
        Section section = listen.section(name);
        Section tls = section.section("tls");
        Optional<ListenerSettings.Tls> files = section.has("tls")
                ? Optional.of(new ListenerSettings.Tls(
                        folder.resolve(path(tls.needText("certificate"))), folder.resolve(path(tls.needText("key")))))
                : Optional.empty();
        tls.end();
        List<String> proxies = section.texts("behindProxy");
        if (!proxies.isEmpty()) {
            section.check("behindProxy", () -> AddressRanges.of(proxies.toArray(String[]::new)));
        }
        List<String> names = section.texts("names");
        if (!names.stream().allMatch(each -> NAME.matcher(each).matches())) {
            section.problem("names", "host names are expected, without scheme and port, such as bridge.example");
        }
        ListenerSettings read = made(section, "at", files, proxies, names, port);
        section.end();
        return read;
    }

    void end() {
        listen.end();
    }

    private static ListenerSettings made(
            Section section,
            String name,
            Optional<ListenerSettings.Tls> tls,
            List<String> proxies,
            List<String> names,
            int otherwise) {
        String text = section.text(name).orElse("127.0.0.1:" + otherwise);
        Matcher address = ADDRESS.matcher(text);
        if (!address.matches() || Integer.parseInt(address.group(2)) > 65_535) {
            section.problem(name, "an address of this machine with a port, such as 127.0.0.1:8085, is expected");
            return ListenerSettings.loopback(otherwise);
        }
        if (!isLoopback(address.group(1)) && tls.isEmpty() && proxies.isEmpty()) {
            section.problem(
                    name,
                    "others reach this address: it needs tls, or behindProxy with the addresses of the proxy that has it");
        }
        return new ListenerSettings(address.group(1), Integer.parseInt(address.group(2)), tls, proxies, names);
    }

    /** The pattern lets literals through only, so nothing is looked up. */
    private static boolean isLoopback(String host) {
        try {
            return host.equals("localhost") || InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static String path(String text) {
        return text.startsWith("file:") ? text.substring(5) : text;
    }
}
