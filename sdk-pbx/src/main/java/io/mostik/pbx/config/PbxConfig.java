package io.mostik.pbx.config;

import io.mostik.core.EnvironmentVariables;
import io.mostik.core.Secret;
import io.mostik.core.json.Json;
import io.mostik.pbx.ListTemplate;
import io.mostik.pbx.PbxClient;
import io.mostik.pbx.PbxProfile;
import io.mostik.pbx.RecordingTemplate;
import io.mostik.pbx.RequestTemplate;
import io.mostik.pbx.SessionTemplate;
import io.mostik.pbx.internal.Settings;
import io.mostik.pbx.webhooks.CallData;
import io.mostik.pbx.webhooks.PbxWebhooks;
import io.mostik.pbx.webhooks.WebhookProfile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a {@code pbx.json} says about one PBX: its address, which environment variables hold its secrets, how it is called,
 * how its pushes prove themselves and how they are read. Secrets themselves never stand in the file.
 *
 * <pre>{@code
 * PbxConfig office = PbxConfig.read(Path.of("pbx.json"));     // or PbxConfig.preset("zadarma")
 * PbxClient pbx = office.client().build();
 * PbxWebhooks webhooks = office.webhooks().build();
 * }</pre>
 *
 * <p>A setting that is unknown or cannot work is refused with its place in the file. The program {@link PbxCheck} shows what
 * is read of a sample. The file's JSON Schema is {@link #schema()}. Immutable.
 */
public final class PbxConfig {

    private static final List<String> PRESETS = List.of(
            "vipex",
            "zadarma",
            "binotel",
            "mango",
            "uis",
            "ringostat",
            "mobilon",
            "mcn",
            "placetel",
            "sipgate",
            "aircall",
            "asterisk-cdr",
            "kazoo");
    private static final Settings<Delivery.Builder> DELIVERY = new Settings<Delivery.Builder>()
            .read("attempts", Integer::parseInt, Delivery.Builder::attempts)
            .text("note", Delivery.Builder::note);
    private static final Settings<Parts> SETTINGS = new Settings<Parts>()
            .any("$schema", (parts, ignored) -> {})
            .any("about", (parts, ignored) -> {})
            .text("name", (parts, name) -> parts.name = name)
            .text("baseUri", (parts, uri) -> parts.baseUri = Optional.of(uri))
            .text("baseUriFrom", (parts, variable) -> parts.baseUriFrom = Optional.of(variable))
            .each("secrets", (parts, name, variable) -> parts.secrets.put(name, Settings.textOf(variable)))
            .any("credentials", (parts, credentials) -> parts.credentials = Credentials.of(credentials))
            .any("client", (parts, client) -> parts.client = Optional.of(PbxProfile.fromJson(text(client))))
            .any("authentication", (parts, ways) -> parts.authentication = AuthenticationReader.of(ways))
            .any("webhooks", (parts, webhooks) -> parts.webhooks = WebhookProfile.fromJson(text(webhooks)))
            .any("rows", (parts, rows) -> parts.rows = WebhookProfile.fromJson(text(rows)))
            .section(
                    "delivery",
                    DELIVERY,
                    unused -> new Delivery.Builder(),
                    (parts, delivery) -> parts.delivery = delivery.build());

    private final Parts parts;

    private static final class Parts {
        private String name = "pbx";
        private Optional<String> baseUri = Optional.empty();
        private Optional<String> baseUriFrom = Optional.empty();
        private final Map<String, String> secrets = new LinkedHashMap<>();
        private Optional<Credentials> credentials = Optional.empty();
        private Optional<PbxProfile> client = Optional.empty();
        private Optional<AuthenticationReader> authentication = Optional.empty();
        private WebhookProfile webhooks = WebhookProfile.builder().build();
        private WebhookProfile rows = WebhookProfile.builder().build();
        private Delivery delivery = Delivery.builder().build();
    }

    private record Credentials(Optional<String> user, String secret) {

        static Optional<Credentials> of(Json credentials) {
            credentials.names().stream()
                    .filter(name -> !name.equals("user") && !name.equals("secret"))
                    .findFirst()
                    .ifPresent(name -> {
                        throw new IllegalArgumentException(name + " is not a setting; there are user and secret");
                    });
            String secret = Settings.textOf(credentials.get("secret"));
            return Optional.of(new Credentials(credentials.get("user").text(), secret));
        }
    }

    private PbxConfig(Parts parts) {
        this.parts = parts;
    }

    /**
     * Returns what a file says.
     *
     * @throws IllegalArgumentException naming the place in the file that is wrong
     * @throws UncheckedIOException if it cannot be read
     */
    public static PbxConfig read(Path file) {
        try {
            return fromJson(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns what a text of JSON says.
     *
     * @throws IllegalArgumentException naming the place in the text that is wrong
     */
    public static PbxConfig fromJson(String json) {
        Parts parts = new Parts();
        SETTINGS.apply(Settings.ofJson(json), parts);
        PbxConfig config = new PbxConfig(parts);
        config.checkSecrets();
        return config;
    }

    /**
     * Returns the file for a PBX that comes with the SDK. What it says beyond the vendor's document is a proposal: its
     * {@code about} tells. Try it with a sample of your own.
     *
     * @param name one of {@link #presets()}
     * @throws IllegalArgumentException if there is none of this name
     */
    public static PbxConfig preset(String name) {
        return fromJson(presetText(name));
    }

    /** Returns the text of a preset, to start an own file from. */
    public static String presetText(String name) {
        if (!PRESETS.contains(name)) {
            throw new IllegalArgumentException("there is no preset " + name + "; there are " + PRESETS);
        }
        return resource("presets/" + name + ".json");
    }

    /** Returns the names of all presets. */
    public static List<String> presets() {
        return PRESETS;
    }

    /** Returns the JSON Schema of the file, for editors. */
    public static String schema() {
        return resource("pbx.schema.json");
    }

    private static String resource(String name) {
        try (InputStream in = PbxConfig.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Json part) {
        return new String(AuthenticationReader.JSON.write(part), StandardCharsets.UTF_8);
    }

    /** Returns the name under which its receivers remember. */
    public String name() {
        return parts.name;
    }

    /** Returns how the PBX is called; empty if the file does not say it. */
    public Optional<PbxProfile> clientProfile() {
        return parts.client;
    }

    /** Returns how its pushes are read. */
    public WebhookProfile webhookProfile() {
        return parts.webhooks;
    }

    /** Returns what is known of how the PBX delivers its pushes. */
    public Delivery delivery() {
        return parts.delivery;
    }

    /**
     * Returns the calls that rows of the PBX's own list tell of, as {@code rows} in the file says. Hand them to the tracker that
     * the pushes go to: what it knows is no news, what was lost is.
     *
     * <pre>{@code
     * calls.handler(news -> crm.note(news)).accept(office.calls(pbx.callList().between(yesterday, now)));
     * }</pre>
     */
    public CallData calls(List<Json> rows) {
        return CallData.of(parts.rows, rows);
    }

    /** Returns the environment variables that have to be set, by the names in the file of what they hold. */
    public Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>(parts.secrets);
        parts.baseUriFrom.ifPresent(variable -> variables.put("baseUri", variable));
        return Map.copyOf(variables);
    }

    /**
     * Returns a builder of the client, with its secrets from the environment. Its address has to be set where the file has none.
     *
     * @throws IllegalArgumentException if a variable is not set, or the file does not say how the PBX is called
     */
    public PbxClient.Builder client() {
        return client(EnvironmentVariables.ofProcess());
    }

    /** Returns a builder of the client, with its secrets from these variables. */
    public PbxClient.Builder client(EnvironmentVariables env) {
        PbxProfile profile = parts.client.orElseThrow(
                () -> new IllegalArgumentException("client is missing: nothing says how to call"));
        PbxClient.Builder client = PbxClient.builder().profile(profile);
        parts.baseUriFrom.map(env::get).or(() -> parts.baseUri).ifPresent(client::baseUri);
        profile.secretNames().forEach(name -> client.secret(name, secret(name, env)));
        parts.credentials.ifPresent(one -> {
            Secret secret = secret(one.secret(), env);
            if (one.user().isPresent()) {
                client.credentials(secret(one.user().get(), env).reveal(), secret);
            } else {
                client.apiKey(secret);
            }
        });
        return client;
    }

    /**
     * Returns a builder of the webhooks, with their secrets from the environment. Without {@code authentication} in the file
     * the caller has to say what proves a push.
     *
     * @throws IllegalArgumentException if a variable is not set; names it
     */
    public PbxWebhooks.Builder webhooks() {
        return webhooks(EnvironmentVariables.ofProcess());
    }

    /** Returns a builder of the webhooks, with their secrets from these variables. */
    public PbxWebhooks.Builder webhooks(EnvironmentVariables env) {
        PbxWebhooks.Builder webhooks = PbxWebhooks.builder().name(parts.name).profile(parts.webhooks);
        parts.authentication.ifPresent(ways -> ways.apply(webhooks, name -> secret(name, env)));
        return webhooks;
    }

    private Secret secret(String name, EnvironmentVariables env) {
        String variable = parts.secrets.get(name);
        if (variable == null) {
            throw new IllegalArgumentException("secrets has no " + name);
        }
        return env.secret(variable);
    }

    private void checkSecrets() {
        parts.client.ifPresent(client -> {
            require("client.request", client.request().map(RequestTemplate::secretNames));
            require("client.session", client.session().map(SessionTemplate::secretNames));
            require("client.recording", client.recording().map(RecordingTemplate::secretNames));
            require("client.list", client.list().map(ListTemplate::secretNames));
        });
        require("authentication", parts.authentication.map(AuthenticationReader::secrets));
        parts.credentials.ifPresent(one -> {
            require("credentials.secret", Optional.of(List.of(one.secret())));
            require("credentials.user", one.user().map(List::of));
        });
    }

    private void require(String place, Optional<? extends List<String>> needed) {
        needed.stream()
                .flatMap(List::stream)
                .filter(name -> !parts.secrets.containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            place + ": secrets has no " + name + "; it names the environment variable of each secret");
                });
    }

    @Override
    public String toString() {
        return "PbxConfig[" + parts.name + "]";
    }
}
