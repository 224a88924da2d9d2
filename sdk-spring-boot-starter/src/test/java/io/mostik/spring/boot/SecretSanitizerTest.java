package io.mostik.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.endpoint.SanitizableData;

class SecretSanitizerTest {

    private final KnownSecrets known = new KnownSecrets();
    private final SecretSanitizer sanitizer = new SecretSanitizer(known);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mostik.remonline.api-key",
                "mostik.remonline.accounts.kyiv.api-key",
                "MOSTIK_REMONLINE_APIKEY",
                "MOSTIK_TBANK_TOKEN",
                "mostik.salesautopilot.webhook.password",
                "mostik.http.proxy-password"
            })
    void givenNameOfACredential_whenShown_thenItIsMasked(String name) {
        assertThat(shown(name, "canary")).isEqualTo("******");
    }

    @Test
    void givenOtherName_whenItHoldsACredential_thenItIsMaskedToo() {
        known.add(Secret.of("canary-long-key"));

        assertThat(shown("MY_KEY", "canary-long-key")).isEqualTo("******");
        assertThat(shown("command.line", "--key=canary-long-key")).isEqualTo("******");
        assertThat(shown("server.port", "8080")).isEqualTo("8080");
        assertThat(shown("mostik.remonline.base-uri", "https://x.example")).isEqualTo("https://x.example");
    }

    private Object shown(String name, Object value) {
        return sanitizer.apply(new SanitizableData(null, name, value)).getValue();
    }
}
