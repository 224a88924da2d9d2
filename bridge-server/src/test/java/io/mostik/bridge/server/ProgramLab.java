package io.mostik.bridge.server;

import io.mostik.bridge.link.ReadyLinks;
import io.mostik.bridge.link.Run;
import io.mostik.bridge.server.config.ConfigReader;
import io.mostik.core.TimeSource;
import io.mostik.core.once.OpenWrite;
import io.mostik.testing.OutgoingWebhook;
import io.mostik.testing.Simulator;
import io.mostik.testing.onec.OnecBaseSimulator;
import io.mostik.testing.remonline.RemOnlineSimulator;
import io.mostik.testing.salesautopilot.SalesAutopilotSimulator;
import io.mostik.testing.szamlazz.SzamlazzSimulator;
import io.mostik.testing.tbank.TBankSimulator;
import io.mostik.testing.vcclive.VccLiveSimulator;
import io.mostik.testing.woocommerce.WooCommerceSimulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Settings of the program between simulated vendors, in a folder of a test. */
final class ProgramLab implements AutoCloseable {

    static final String SECRET = "hook-secret-0123456789-abcdef";
    private static final String PERSON = "person-key-0123456789-abcdef";
    private static final Duration LONGEST = Duration.ofSeconds(20);

    final VccLiveSimulator vcc = VccLiveSimulator.start();
    final SalesAutopilotSimulator letters = SalesAutopilotSimulator.start();
    final RemOnlineSimulator workshop = RemOnlineSimulator.start();
    final SzamlazzSimulator invoices = SzamlazzSimulator.start();
    final WooCommerceSimulator shop = WooCommerceSimulator.start();
    final TBankSimulator bank = TBankSimulator.start();
    final OnecBaseSimulator zup = OnecBaseSimulator.start();
    private static final Duration PAUSE = Duration.ofMillis(20);
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private final List<String> connections = new ArrayList<>();
    private String bases = "";
    private String listener = "\"127.0.0.1:0\"";
    private Optional<RunningBridge> running = Optional.empty();

    ProgramLab(Path folder) {
        this.folder = folder;
        letters.parallelRefused(false);
        workshop.unlimited();
        write("hook.secret", SECRET);
        write("person.key", PERSON);
        write("vcc.token", vcc.token());
        write("letters.password", letters.password());
        write("workshop.key", workshop.apiKey());
        write("invoices.key", invoices.agentKey());
        write("shop.password", shop.consumerSecret());
        write("bank.token", bank.token());
        write("zup.password", zup.password());
        connections.add("newsletter: {vendor: mailchimp, hooks: {secret: \"file:hook.secret\"}}");
        connections.add("callcentre: {vendor: vcc, customer: \"" + vcc.customer() + "\", address: \"" + vcc.uri()
                + "\", token: \"file:vcc.token\", hooks: {secret: \"file:hook.secret\"}}");
        connections.add("letters: {vendor: salesautopilot, user: \"" + letters.username() + "\", address: \""
                + letters.uri() + "\", password: \"file:letters.password\"}");
        connections.add("workshop: {vendor: remonline, address: \"" + workshop.uri()
                + "\", key: \"file:workshop.key\", hooks: {secret: \"file:hook.secret\"}}");
        connections.add("invoices: {vendor: szamlazz, issuer: \"" + invoices.issuer() + "\", address: \""
                + invoices.uri() + "\", key: \"file:invoices.key\", hooks: {secret: \"file:hook.secret\"}}");
        connections.add("shop: {vendor: woocommerce, address: \"" + shop.uri() + "\", user: \"" + shop.consumerKey()
                + "\", password: \"file:shop.password\", hooks: {secret: \"file:hook.secret\"}}");
        connections.add("bank: {vendor: tbank, address: \"" + bank.ordinaryUri() + "\", secured: \"" + bank.securedUri()
                + "\", token: \"file:bank.token\"}");
        connections.add("zup: {vendor: onec, address: \"" + zup.uri() + "\", user: \"" + zup.user()
                + "\", password: \"file:zup.password\"}");
    }

    /** Keeps only these connections. */
    ProgramLab only(String... names) {
        connections.removeIf(line -> List.of(names).stream().noneMatch(name -> line.startsWith(name + ":")));
        return this;
    }

    /** Replaces a part of a connection's line. */
    ProgramLab change(String connection, String part, String by) {
        connections.replaceAll(line -> line.startsWith(connection + ":") ? line.replace(part, by) : line);
        return this;
    }

    /** Writes links of a name into {@code links.d}. */
    ProgramLab links(String name, String yaml) {
        try {
            Files.createDirectories(folder.resolve("links.d"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        write("links.d/" + name + ".yaml", yaml);
        return this;
    }

    ProgramLab ready(String name) {
        return links(name, ReadyLinks.text(name));
    }

    /** Lets a base ask. */
    ProgramLab asking() {
        write("base.key", "base-key-0123456789-abcdef");
        bases = "bases: [{name: shop, key: \"file:base.key\", may: [\"*\"]}]\n";
        return this;
    }

    /** Lets the servers have TLS. */
    ProgramLab secured(Path certificate, Path key) {
        return listening("tls: {certificate: \"" + certificate + "\", key: \"" + key + "\"}");
    }

    /** Lets the servers have further settings. */
    ProgramLab listening(String settings) {
        listener = "{at: \"127.0.0.1:0\", " + settings + "}";
        return this;
    }

    Path settings() {
        return write(
                ConfigReader.FILE,
                "store: {url: \"h2:data\"}\nlisten: {gateway: " + listener + ", page: " + listener + ", hooks: "
                        + listener + "}\nzone: Europe/Budapest\n" + bases
                        + "people: [{name: Test, key: \"file:person.key\", role: viewer}]\nconnections:\n  "
                        + String.join("\n  ", connections) + "\n");
    }

    RunningBridge run() {
        running = Optional.of(RunningBridge.start(ConfigReader.read(settings())));
        return running.get();
    }

    RunningBridge run(TimeSource time) {
        running = Optional.of(RunningBridge.start(ConfigReader.read(settings()), Optional.of(time)));
        return running.get();
    }

    /** What a verb said, and how it ended. */
    record Said(int code, String out, String err) {}

    Said say(String... verb) {
        List<String> arguments = new ArrayList<>(List.of(verb));
        arguments.add("-c");
        arguments.add(settings().toString());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                arguments.toArray(String[]::new));
        return new Said(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    URI hook(String address) {
        return URI.create(running.orElseThrow().uri("hooks").orElseThrow() + "/hooks/" + address);
    }

    int form(String address, String key, String body) {
        return post(address, key, "application/x-www-form-urlencoded", body);
    }

    int json(String address, String key, String body) {
        return post(address, key, "application/json", body);
    }

    private int post(String address, String key, String type, String body) {
        return status(HttpRequest.newBuilder(URI.create(hook(address) + "?key=" + key))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build());
    }

    /** Returns the address of the page, with the key of a person who looks. */
    URI page() {
        return URI.create(running.orElseThrow().uri("page").orElseThrow() + "/#key=" + PERSON);
    }

    String page(String path) {
        return send(HttpRequest.newBuilder(
                                URI.create(running.orElseThrow().uri("page").orElseThrow() + path))
                        .build())
                .body();
    }

    int post(OutgoingWebhook hook) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(hook.uri()).POST(HttpRequest.BodyPublishers.ofByteArray(hook.body()));
        hook.headers().forEach(request::setHeader);
        return status(request.build());
    }

    int status(HttpRequest request) {
        return send(request).statusCode();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Hands on what was posted, waits until the newest run of a link has ended, and returns all its runs. */
    List<Run> ended(String link) {
        RunningBridge bridge = running.orElseThrow();
        Instant end = Instant.now().plus(LONGEST);
        while (isPending(bridge) && Instant.now().isBefore(end)) {
            int unused = bridge.links().runDue();
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        bridge.links().takeWaiting();
        List<Run> runs = bridge.links().history(link, Optional.empty(), 100);
        runs.forEach(run -> run.intent().ifPresent(id -> {
            var settled = bridge.bridge().intents().await(id, LONGEST);
        }));
        return bridge.links().history(link, Optional.empty(), 100);
    }

    private static boolean isPending(RunningBridge bridge) {
        try (Stream<OpenWrite> pending = bridge.links().inboxes().pending()) {
            return pending.findAny().isPresent();
        }
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        running.ifPresent(RunningBridge::close);
        List.<Simulator>of(vcc, letters, workshop, invoices, shop, bank, zup).forEach(Simulator::close);
    }
}
