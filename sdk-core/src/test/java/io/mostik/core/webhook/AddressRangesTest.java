package io.mostik.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.WebhookException;
import java.util.Map;
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
        "::2, false"
    })
    void givenAddress_whenLookedUp_thenIsInsideOrOutside(String address, boolean inside) {
        assertThat(RANGES.contain(address)).isEqualTo(inside);
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
        SignatureVerifier verifier = SignatureVerifier.onlyFrom(RANGES, request -> {
            if (request.query("key").isEmpty()) {
                throw new WebhookException(WebhookException.Reason.UNVERIFIED, "no key");
            }
        });
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
                .hasMessageContaining("no key");
    }
}
