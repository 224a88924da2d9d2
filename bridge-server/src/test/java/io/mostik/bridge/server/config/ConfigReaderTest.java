package io.mostik.bridge.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigReaderTest {

    private static final String KEY = "k".repeat(32);
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "ZUP_KEY", KEY, "TB_NORTH", "t.token", "TB_P12", "p12", "IVANOVA", KEY + "i", "VCC", "v", "SHORT", "abc");
    private static final String WHOLE = """
        store: {url: "h2:data", durability: power}
        listen:
          gateway: 127.0.0.1:8085
          page: {at: "127.0.0.1:8086", names: [bridge.example]}
          hooks: {at: 0.0.0.0:8443, tls: {certificate: /etc/mostik/tls.pem, key: file:/etc/mostik/tls.key}}
        zone: Europe/Moscow
        bases: [{name: zup, key: env:ZUP_KEY, language: ru, may: [cards.*, "!cards.dismiss"]}]
        connections:
          north: {vendor: tbank, token: env:TB_NORTH, certificate: {file: north.p12, password: env:TB_P12}, organisations: [5C1D]}
          callcentre: {vendor: vcc, customer: acme, token: env:VCC, hooks: {secret: env:VCC}}
        people: [{name: "O. Ivanova", key: env:IVANOVA, role: approver}]
        keep: {bodies: 14d, fields: 90d, keys: 5y, decisions: 5y}
        """;

    @TempDir
    Path folder;

    @Test
    void givenWholeFile_whenRead_thenEverySettingIsThere() throws IOException {
        BridgeConfig config = read(WHOLE);

        assertThat(config.store().folder()).contains(folder.resolve("data"));
        assertThat(config.store().isPowerSafe()).isTrue();
        assertThat(config.hooks().tls()).isPresent();
        assertThat(config.page().names()).containsExactly("bridge.example");
        assertThat(config.zone()).isEqualTo(ZoneId.of("Europe/Moscow"));
        assertThat(config.bases().get(0).keys().get(0).value().matches(KEY)).isTrue();
        assertThat(config.bases().get(0).may()).containsExactly("cards.*", "!cards.dismiss");
        assertThat(config.connections()).extracting(ConnectionSettings::name).containsExactly("north", "callcentre");
        assertThat(config.connections().get(0).organisations()).containsExactly("5c1d");
        assertThat(config.connections().get(1).hooks().isSet()).isTrue();
        assertThat(config.people().get(0).role()).isEqualTo(PersonSettings.Role.APPROVER);
        assertThat(config.keep().keys()).isEqualTo(Duration.ofDays(5 * 365));
        assertThat(config.toString()).doesNotContain(KEY, "t.token");
    }

    @Test
    void givenEmojiAnywhere_whenRead_thenEverySettingIsThere() throws IOException {
        for (int before = 1_000; before < 1_050; before++) {
            BridgeConfig config = read("#" + "x".repeat(before) + "\uD83D\uDE00\n" + WHOLE);

            assertThat(config.zone()).isEqualTo(ZoneId.of("Europe/Moscow"));
        }
    }

    @Test
    void givenDeepNesting_whenRead_thenProblem() {
        String deep = "[".repeat(20_000);

        ConfigException refused = catchThrowableOfType(ConfigException.class, () -> read("zone: " + deep));

        assertThat(refused.problems()).isNotEmpty();
    }

    @Test
    void givenNothingButBases_whenRead_thenDefaultsAreSafe() throws IOException {
        BridgeConfig config = read("bases: [{name: zup, key: env:ZUP_KEY, may: [cards.*]}]");

        assertThat(List.of(config.gateway(), config.page(), config.hooks()))
                .extracting(ListenerSettings::host)
                .containsOnly("127.0.0.1");
        assertThat(config.store().kind()).isEqualTo(StoreSettings.Kind.H2);
        assertThat(config.connections()).isEmpty();
    }

    @Test
    void givenManyMistakes_whenRead_thenAllAreToldWithTheirLines() {
        ConfigException failure = refused("""
            stor: {url: "h2:data"}
            zone: Mars/Base
            bases:
            - {name: zup, key: plain-secret, may: [cards.*]}
            - {name: zup, key: env:NOT_SET, may: [cards.*]}
            connections:
              north: {vendor: tbnak, token: env:TB_NORTH}
              south: {vendor: tbank, tokn: env:TB_NORTH}
            keep: {bodies: 14}
            """);

        assertThat(failure.problems())
                .extracting(ConfigProblem::toString)
                .containsExactly(
                        "line 1, stor: unknown setting; did you mean store?",
                        "line 2, zone: a zone such as Europe/Moscow is expected",
                        "line 4, bases[0].key: a secret is not written here: use env:NAME or file:/path",
                        "line 4, bases[0].key: one key is needed, or two while they are changed",
                        "line 5, bases[1].name: this name is there already",
                        "line 5, bases[1].key: the environment variable NOT_SET is not set",
                        "line 5, bases[1].key: one key is needed, or two while they are changed",
                        "line 7, connections.north.vendor: unknown vendor; did you mean tbank?",
                        "line 8, connections.south.token: this is missing",
                        "line 8, connections.south.tokn: unknown setting; did you mean token?",
                        "line 9, keep.bodies: a time such as 30s, 15m, 24h, 14d or 5y is expected");
        assertThat(failure.getMessage()).doesNotContain("plain-secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "listen: {gateway: 0.0.0.0:8085} | line 1, listen.gateway: others reach this address",
                "listen: {gateway: bank.example:80} | an address of this machine with a port",
                "listen: {hooks: {at: '0.0.0.0:1', behindProxy: [nowhere]}} | no address and no range",
                "store: {url: 'postgresql://me:secret@host/db'} | user and password apart",
                "store: {url: mysql://host/db} | h2:FOLDER or postgresql://",
                "zone: a\\nzone: b | zone: is there twice",
                "bases: [{name: 'a b', key: env:ZUP_KEY, may: [x]}] | a name of letters",
                "bases: [{name: a, key: env:SHORT, may: [x]}] | fewer than 24 characters",
                "bases: [{name: a, key: env:ZUP_KEY}] | name the actions",
                "bases: {} | a list is expected",
                "people: [{name: a, key: env:ZUP_KEY, role: king}] | one of viewer, operator, approver",
                "connections: {n: {vendor: http, address: 'https://a.example', private: yes}} | line 1, connections.n.private: one of true, false",
                "connections: {n: {vendor: http, address: 'https://a.example', heedsKey: True}} | one of true, false",
                "connections: {n: {vendor: vcc, customer: ' ', token: env:TB_NORTH}} | connections.n.customer: this has no value",
                "connections: {n: {vendor: vcc, customer: a, token: }} | connections.n.token: this has no value",
                "connections: {n: {vendor: mailchimp, hooks: {secret: }}} | connections.n.hooks.secret: this has no value",
                "bases: [{name: a, key: env:ZUP_KEY, may: [x, '']}] | may: this has no value",
                "store: {url: } | store.url: this has no value",
                "zone: | line 1, zone: this has no value",
                "listen: {page: {at: '127.0.0.1:1', names: ['https://a.example']}} | listen.page.names: host names are expected",
                "listen: {page: {at: '127.0.0.1:1', names: ['a.example:80']}} | without scheme and port",
                "[] | names and values are expected",
                "'\tzone: x' | line 1",
                "'zone: \"open' | line",
                "connections: {n: {vendor: tbank, token: env:TB_NORTH, certificate: {file: a}}} | is missing",
                "'? {a: b}\\n: c' | a name must be a text",
            })
    void givenMistake_whenRead_thenSaysPlaceAndReason(String yaml, String words) {
        assertThat(refused(yaml.replace("\\n", "\n"))).hasMessageContaining(words);
    }

    @Test
    void givenLinksWithAnyEnding_whenRead_thenTheirCaseDoesNotMatter() throws IOException {
        Path links = Files.createDirectory(folder.resolve("links.d"));
        for (String name : List.of("a.YAML", "b.yml", "c.json", "d.txt", "e.yaml.off")) {
            Files.writeString(links.resolve(name), "");
        }

        assertThat(read("zone: Europe/Moscow").linkFiles())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("a.YAML", "b.yml", "c.json");
    }

    @Test
    void givenDeepNesting_whenRead_thenIsRefused() {
        assertThat(refused("zone: " + "[".repeat(100_000)).problems()).isNotEmpty();
    }

    @Test
    void givenBombOfAliases_whenRead_thenIsRefused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a")
                    .append(i)
                    .append(": &a")
                    .append(i)
                    .append(" [")
                    .append(("*a" + (i - 1) + ",").repeat(9))
                    .append("*a")
                    .append(i - 1)
                    .append("]\n");
        }

        assertThat(refused(bomb.toString())).hasMessageContaining("aliases");
    }

    @Test
    void givenFileThatOthersRead_whenRead_thenWarns() throws IOException {
        Path file = write(WHOLE);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(ConfigReader.read(file, this::variable).warnings())
                .singleElement()
                .asString()
                .contains("chmod 600");
    }

    @Test
    void givenSecretInFile_whenRead_thenItIsTakenWithoutItsLineEnd() throws IOException {
        Files.writeString(folder.resolve("key"), KEY + "\r\n");

        BridgeConfig config = read("bases: [{name: zup, key: file:key, may: [cards.*]}]");

        assertThat(config.bases().get(0).keys().get(0).value().matches(KEY)).isTrue();
    }

    /** Whatever a file holds, it is read or refused with reasons. */
    @Test
    void givenFilesSpoiltAtRandom_whenRead_thenNothingElseIsThrown() throws IOException {
        long seed = Long.getLong("mostik.seed", 20261201L);
        int rounds = Integer.getInteger("mostik.bridge.mutations", 2_000);
        Random random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < rounds; i++) {
            byte[] bytes = WHOLE.getBytes(StandardCharsets.UTF_8);
            for (int change = random.nextInt(3); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) " :{}[]\"'&*!|>-?#\n\tx0".charAt(random.nextInt(20));
            }
            try {
                read(new String(bytes, StandardCharsets.UTF_8));
            } catch (ConfigException expected) {
                refused++;
                assertThat(expected.problems()).isNotEmpty();
            }
        }

        assertThat(refused).as("seed " + seed).isBetween(rounds / 10, rounds);
    }

    private BridgeConfig read(String yaml) throws IOException {
        return ConfigReader.read(write(yaml), this::variable);
    }

    private ConfigException refused(String yaml) {
        return catchThrowableOfType(ConfigException.class, () -> read(yaml));
    }

    private Path write(String yaml) throws IOException {
        Path file = folder.resolve(ConfigReader.FILE);
        return Files.writeString(file, yaml);
    }

    private String variable(String name) {
        return ENVIRONMENT.getOrDefault(name, "");
    }
}
