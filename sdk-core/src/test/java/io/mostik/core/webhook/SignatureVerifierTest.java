package io.mostik.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.Secret;
import io.mostik.core.WebhookException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureVerifierTest {

    /** The known answer of RFC 4231, test case 2. */
    private static final String RFC_4231 = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

    private static final SignatureVerifier HMAC = SignatureVerifier.hmacSha256(
            Secret.of("Jefe"),
            request -> request.header("X-Signature"),
            request -> Optional.of(request.text()).filter(text -> !text.isEmpty()));

    @Test
    void givenRightSignature_whenVerified_thenPasses() {
        WebhookRequest request = request("X-Signature", RFC_4231, "what do ya want for nothing?");

        assertThatCode(() -> HMAC.verify(request)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3844",
                "5BDCC146BF60754E6A042426089575C75A003F089D2739839DEC58B964EC3843",
                "5bdcc146bf60754e"
            })
    void givenWrongSignature_whenVerified_thenRefuses(String signature) {
        refuses(HMAC, request("X-Signature", signature, "what do ya want for nothing?"));
    }

    @Test
    void givenNoSignatureOrAnotherMessage_whenVerified_thenRefuses() {
        refuses(HMAC, request("X-Other", RFC_4231, "what do ya want for nothing?"));
        refuses(HMAC, request("X-Signature", RFC_4231, "what do ya want for nothing!"));
    }

    @Test
    void givenNoMessage_whenTheSignatureIsThatOfAnEmptyOne_thenRefuses() {
        String ofNothing = "923598ca6d64af2a5dba79dcd021a8a0fe5c5f557519adaaf0ad532d4506dd30";

        refuses(HMAC, request("X-Signature", ofNothing, ""));
    }

    @Test
    void givenWrongPasswordOrToken_whenVerified_thenRefuses() {
        refuses(SignatureVerifier.basic("u", Secret.of("p")), request("Authorization", "Basic dTpx", ""));
        refuses(SignatureVerifier.bearer(Secret.of("t")), request("Authorization", "Bearer u", ""));
        refuses(SignatureVerifier.bearer(Secret.of("t")), request("X-Other", "Bearer t", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer one", "Bearer two"})
    void givenTwoTokens_whenEitherIsSent_thenPasses(String header) {
        assertThatCode(() -> either().verify(request("Authorization", header, "")))
                .doesNotThrowAnyException();
    }

    @Test
    void givenTwoTokens_whenNeitherIsSent_thenRefuses() {
        refuses(either(), request("Authorization", "Bearer three", ""));
    }

    private static SignatureVerifier either() {
        return SignatureVerifier.anyOf(
                SignatureVerifier.bearer(Secret.of("one")), SignatureVerifier.bearer(Secret.of("two")));
    }

    private static void refuses(SignatureVerifier verifier, WebhookRequest request) {
        WebhookException refusal = catchThrowableOfType(WebhookException.class, () -> verifier.verify(request));

        assertThat(refusal.reason()).isEqualTo(WebhookException.Reason.UNVERIFIED);
    }

    private static WebhookRequest request(String header, String value, String body) {
        return new WebhookRequest("POST", "", Map.of(header, List.of(value)), body.getBytes(StandardCharsets.UTF_8));
    }
}
