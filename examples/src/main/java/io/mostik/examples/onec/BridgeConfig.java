package io.mostik.examples.onec;

import io.mostik.core.Secret;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * The settings of the bridge: from the environment ({@code MOSTIK_ONEC_ODATA_URL} for {@code odata.url}), else from a
 * properties file in UTF-8, else the defaults below. Immutable.
 */
public final class BridgeConfig {

    private static final Set<String> NAMES = Set.of(
            "key",
            "listen",
            "port",
            "data",
            "zone",
            "keep-days",
            "answer-seconds",
            "retry-seconds",
            "settle-seconds",
            "give-up-minutes",
            "odata.url",
            "odata.user",
            "odata.password",
            "odata.allow-http",
            "odata.every-seconds",
            "odata.look-back-days",
            "odata.block-after-days",
            "odata.entity",
            "odata.employee",
            "odata.day",
            "odata.organisation",
            "odata.only-organisation");

    private final Map<String, String> settings;

    private BridgeConfig(Map<String, String> settings) {
        Set<String> unknown = new TreeSet<>(settings.keySet());
        unknown.removeAll(NAMES);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("unknown settings: " + unknown);
        }
        this.settings = Map.copyOf(settings);
    }

    /** Returns these settings, and defaults for the others. */
    public static BridgeConfig of(Map<String, String> settings) {
        return new BridgeConfig(settings);
    }

    /** Returns the settings of the environment, then of a file. */
    public static BridgeConfig load(Optional<Path> file) {
        Map<String, String> settings = new LinkedHashMap<>();
        file.ifPresent(path -> read(path).forEach((name, value) -> settings.put(name.toString(), value.toString())));
        NAMES.forEach(name -> Optional.ofNullable(System.getenv(variable(name)))
                .filter(value -> !value.isBlank())
                .ifPresent(value -> settings.put(name, value)));
        return new BridgeConfig(settings);
    }

    /** Returns these settings with a key, unless they have one. */
    BridgeConfig orKey(Secret key) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.putIfAbsent("key", key.reveal());
        return new BridgeConfig(more);
    }

    Optional<Secret> key() {
        return find("key").map(Secret::of);
    }

    /** Loopback by default: put a TLS proxy in front before other machines use the bridge. */
    String listen() {
        return find("listen").orElse("127.0.0.1");
    }

    int port() {
        return number("port", 8085);
    }

    Optional<Path> data() {
        return find("data").map(Path::of);
    }

    ZoneId zone() {
        return ZoneId.of(find("zone").orElse("Europe/Moscow"));
    }

    Duration keep() {
        return Duration.ofDays(number("keep-days", 400));
    }

    Duration patience() {
        return seconds("answer-seconds", "5");
    }

    OnecTasks.Pauses pauses() {
        return new OnecTasks.Pauses(
                seconds("retry-seconds", "10"),
                seconds("settle-seconds", "60"),
                Duration.ofMinutes(number("give-up-minutes", 30)));
    }

    Duration lookEvery() {
        return seconds("odata.every-seconds", "60");
    }

    DismissalReader.Span span() {
        return new DismissalReader.Span(
                zone(), number("odata.look-back-days", 31), number("odata.block-after-days", 0));
    }

    /** Returns the 1C base, if the settings name one. */
    Optional<OnecBase> base() {
        return find("odata.url")
                .map(address -> new OnecBase(
                        OnecBase.settings(address)
                                .allowInsecureHttp(Boolean.parseBoolean(
                                        find("odata.allow-http").orElse("false")))
                                .build(),
                        get("odata.user"),
                        Secret.of(get("odata.password")),
                        names()));
    }

    private OnecNames names() {
        OnecNames example = OnecNames.example();
        return new OnecNames(
                find("odata.entity").orElse(example.entity()),
                find("odata.employee").orElse(example.employee()),
                find("odata.day").orElse(example.day()),
                find("odata.organisation").orElse(example.organisation()),
                find("odata.only-organisation"));
    }

    private Optional<String> find(String name) {
        return Optional.ofNullable(settings.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private String get(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException("set " + name + " in the file, or " + variable(name)));
    }

    private int number(String name, int otherwise) {
        try {
            return find(name).map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a whole number");
        }
    }

    private Duration seconds(String name, String otherwise) {
        try {
            BigDecimal seconds = new BigDecimal(find(name).orElse(otherwise));
            return Duration.ofMillis(seconds.movePointRight(3).longValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a number of seconds");
        }
    }

    private static String variable(String name) {
        return "MOSTIK_ONEC_" + name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            reader.mark(1);
            if (reader.read() != '\uFEFF') {
                reader.reset();
            }
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException("the settings cannot be read as UTF-8: " + file, e);
        }
    }

    /** Returns which settings there are, without their values. */
    @Override
    public String toString() {
        return "BridgeConfig" + new TreeSet<>(settings.keySet());
    }
}
