package io.mostik.bridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.server.config.ConfigReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings that read well and that no client can be made of. */
class CheckTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vendor: vcc, customer: acme, token: K, address: somewhere | .address: must name a host",
                "vendor: vcc, customer: a/b, token: K | : customer must be a subdomain",
                "vendor: vcc, customer: acme, token: K, region: Hungary | : region",
                "vendor: vipex, user: me, password: K, address: 'https://a b' | .address: is not a valid address",
                "vendor: remonline, key: K, address: 'ftp://a' | .address: must be https",
                "vendor: remonline, key: K, unversioned: zzz | .unversioned: must name a host",
                "vendor: tbank, token: K, address: 'https://a', secured: zzz | .secured: must name a host",
                "vendor: tbank, token: K, certificate: {file: none.p12, password: K} | : there is no such file: none.p12",
                "vendor: woocommerce, address: shop, user: ck, password: K | .address: must name a host",
                "vendor: onec, address: 'https://a', user: 'a:b', password: K | : user must not be blank or hold a colon",
            })
    void givenConnectionThatCannotWork_whenChecked_thenLineAndSettingAreNamed(String connection, String said)
            throws IOException {
        Files.writeString(folder.resolve("key"), "key-0123456789-0123456789-abcdef");
        Path file = Files.writeString(
                folder.resolve(ConfigReader.FILE),
                "zone: Europe/Moscow\nconnections:\n  one: {" + connection.replace(": K", ": 'file:key'") + "}\n");
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int code = Main.run(
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                "check",
                "-c",
                file.toString());

        assertThat(code).isEqualTo(Main.WRONG);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("line 3, connections.one" + said);
    }
}
