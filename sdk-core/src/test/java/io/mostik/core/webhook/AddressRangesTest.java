package io.mostik.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.Secret;
import io.mostik.core.WebhookException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangesTest {

    private static final AddressRanges RANGES =
            AddressRanges.of("192.0.2.0/25", "198.51.100.7", "2001:db8:4::/46", "::1");

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0, true",
        "192.0.2.127, true",
        "192.0.2.128, false",
        "198.51.100.7, true",
        "198.51.100.8, false",
        "2001:db8:7:ffff::1, true",
        "2001:db8:8::1, false",
        "[::1], true",
        "0:0:0:0:0:0:0:1%lo, true",
        "::ffff:192.0.2.5, true",
        "::2, false",
        "198.51.100.7:443, true",
        "[::1]:443, true",
        "[2001:db8:8::1]:443, false"
    })
    void givenAddress_whenLookedUp_thenIsInsideOrOutside(String address, boolean inside) {
        assertThat(RANGES.contain(address)).isEqualTo(inside);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.9, 203.0.113.5, 203.0.113.5",
        "192.0.2.9, '203.0.113.5, 198.51.100.7', 203.0.113.5",
        "192.0.2.9, '192.0.2.200, 203.0.113.5', 203.0.113.5",
        "192.0.2.9, 203.0.113.5:50123, 203.0.113.5",
        "192.0.2.9, '[2001:db8:8::1]:50123', 2001:db8:8:0:0:0:0:1",
        "192.0.2.9, 2001:DB8:8::1, 2001:db8:8:0:0:0:0:1",
        "192.0.2.9, 192.0.2.10, 192.0.2.9",
        "192.0.2.9, , 192.0.2.9",
        "192.0.2.9, unknown, ",
        "192.0.2.9, '203.0.113.5, ', ",
        "192.0.2.200, 203.0.113.5, 192.0.2.200"
    })
    void givenPeer_whenAskedWhoIsBehind_thenOnlyProxiesAreBelieved(String peer, String forwarded, String client) {
        List<String> lines = Optional.ofNullable(forwarded).map(List::of).orElse(List.of());

        assertThat(RANGES.clientBehind(peer, lines)).isEqualTo(Optional.ofNullable(client));
    }

    @Test
    void givenSeveralLines_whenAskedWhoIsBehind_thenTheLastOneCounts() {
        assertThat(RANGES.clientBehind("192.0.2.9", List.of("203.0.113.5", "203.0.113.6, 198.51.100.7")))
                .contains("203.0.113.6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "face", "999.1.1.1", "1.2.3", "1:2:3", "192.0.2.5, 10.0.0.1", ":"})
    void givenTextThatIsNoAddress_whenLookedUp_thenIsInNoRange(String text) {
        assertThat(AddressRanges.of("0.0.0.0/0", "::/0").contain(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost", "192.0.2.0/33", "::/129", "192.0.2.0/", "192.0.2.0/a", "1.2.3.4/8/8", "/8"})
    void givenTextThatIsNoRange_whenTaken_thenIsNamed(String range) {
        assertThatThrownBy(() -> AddressRanges.of("192.0.2.7", range))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(": " + range);
        assertThatThrownBy(AddressRanges::of).hasMessageContaining("ranges");
    }

    @Test
    void givenProofAndAddress_whenVerifying_thenBothAreNeeded() {
        WebhookAuthentication verifier =
                WebhookAuthentication.parameter("key", Secret.of("1")).onlyFrom(RANGES);
        WebhookRequest request = new WebhookRequest("GET", "key=1", Map.of(), new byte[0]);
        WebhookRequest keyless = new WebhookRequest("GET", "", Map.of(), new byte[0]);

        assertThatCode(() -> verifier.verify(request.remoteAddress("192.0.2.7")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> verifier.verify(request.remoteAddress("203.0.113.9")))
                .isInstanceOf(WebhookException.class)
                .hasMessageContaining("address")
                .hasMessageNotContaining("203.0.113.9");
        assertThatThrownBy(() -> verifier.verify(request)).isInstanceOf(WebhookException.class);
        assertThatThrownBy(() -> verifier.verify(keyless.remoteAddress("192.0.2.7")))
                .hasMessageContaining("missing or wrong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"999.1.1.1", "256.0.0.1", "1.2.3", "1.2.3.4.5", "localhost"})
    void givenNoAddress_whenAsked_thenIsInNoRange(String text) {
        AddressRanges everywhere = AddressRanges.of("0.0.0.0/0", "::/0");

        assertThat(everywhere.contain(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.0.0.1 | 192.0.2.7                 | true",
                "10.0.0.1 | 203.0.113.9               | false",
                "10.0.0.1 | 192.0.2.7, 203.0.113.9    | false",
                "10.0.0.1 | 203.0.113.9, 192.0.2.7    | true",
                "10.0.0.1 | 192.0.2.7, 10.0.0.2       | true",
                "10.0.0.1 | garbage                   | false",
                "10.0.0.1 |                           | false",
                "8.8.8.8  | 192.0.2.7                 | false",
                "192.0.2.7| 203.0.113.9               | true"
            })
    void givenForwardedFor_whenVerifying_thenOwnProxiesAreBelieved(String peer, String forwarded, boolean allowed) {
        WebhookAuthentication behindProxy =
                WebhookAuthentication.none().onlyFrom(RANGES, AddressRanges.of("10.0.0.0/8"));
        WebhookRequest request = new WebhookRequest("GET", "", Map.of(), new byte[0]).remoteAddress(peer);

        boolean proven = behindProxy.isProvenByHead(
                forwarded == null ? request : request.withHeader("X-Forwarded-For", forwarded));

        assertThat(proven).isEqualTo(allowed);
    }
}
