package io.mostik.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.Secret;
import io.mostik.core.WebhookException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookAuthenticationTest {

    /** The known answer of RFC 4231, test case 2. */
    private static final String RFC_4231 = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

    private static final String MESSAGE = "what do ya want for nothing?";
    private static final Secret KEY = Secret.of("right-key");
    private static final WebhookAuthentication HMAC = WebhookAuthentication.hmac(HmacSignature.of(Secret.of("Jefe")));
    private static final WebhookAuthentication BY_ID =
            WebhookAuthentication.hmac(HmacSignature.of(KEY).overId(request -> request.jsonText("id")));

    @ParameterizedTest
    @ValueSource(strings = {RFC_4231, "5BDCC146BF60754E6A042426089575C75A003F089D2739839DEC58B964EC3843"})
    void givenRightSignature_whenVerified_thenProvesAll(String signature) {
        WebhookProof proof = HMAC.verify(request("X-Signature", signature, MESSAGE));

        assertThat(proof.signedId()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3844",
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec384g",
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec38430",
                "W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM=",
                "5bdcc146bf60754e"
            })
    void givenWrongSignature_whenVerified_thenRefuses(String signature) {
        refuses(HMAC, request("X-Signature", signature, MESSAGE));
    }

    @Test
    void givenNoSignatureOrOtherBody_whenVerified_thenRefuses() {
        refuses(HMAC, request("X-Other", RFC_4231, MESSAGE));
        refuses(HMAC, request("X-Signature", RFC_4231, MESSAGE + "!"));
    }

    @Test
    void givenSignatureOfNothing_whenVerified_thenRefuses() {
        String ofNothing = "923598ca6d64af2a5dba79dcd021a8a0fe5c5f557519adaaf0ad532d4506dd30";

        refuses(HMAC, request("X-Signature", ofNothing, ""));
    }

    @Test
    void givenSignatureOverAnId_whenVerified_thenProvesTheIdOnly() {
        WebhookRequest request = signed("{\"other\":{\"id\":\"inner\"},\"id\":\"e-1\"}");

        assertThat(BY_ID.verify(request).signedId()).contains("e-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"e-1\",\"id\":\"e-2\"}",
                "{\"id\":\"e-2\",\"id\":\"e-1\"}",
                "{\"id\":1}",
                "{\"data\":{\"id\":\"e-1\"}}",
                "[{\"id\":\"e-1\"}]",
                "{\"id\":\"e-1\"",
                "\"e-1\"",
                ""
            })
    void givenNoOneIdInTheBody_whenVerified_thenRefuses(String body) {
        String signature = HmacSignature.of(KEY).of("e-1".getBytes(StandardCharsets.UTF_8));

        refuses(BY_ID, request("X-Signature", signature, body));
    }

    static Stream<Arguments> recipes() {
        HmacSignature plain = HmacSignature.of(KEY);
        return Stream.of(
                Arguments.of(plain, "X-Signature"),
                Arguments.of(plain.base64(), "X-Signature"),
                Arguments.of(plain.header("X-Hub").prefix("sha256="), "X-Hub"),
                Arguments.of(plain.algorithm("HmacSHA1").base64(), "X-Signature"),
                Arguments.of(plain.algorithm("HmacSHA512"), "X-Signature"));
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void givenRecipe_whenSigned_thenItsOwnCheckPasses(HmacSignature recipe, String header) {
        WebhookRequest signed = recipe.sign(request("A", "b", MESSAGE));
        WebhookAuthentication check = WebhookAuthentication.hmac(recipe);

        assertThat(check.verify(signed).signedId()).isEmpty();
        assertThat(signed.header(header)).isPresent();
        refuses(check, signed.withBody("other".getBytes(StandardCharsets.UTF_8)));
        refuses(check, signed.withHeader(header, signed.header(header).orElseThrow()));
    }

    static Stream<Arguments> places() {
        return Stream.of(
                Arguments.of(WebhookAuthentication.bearer(KEY), head("Authorization", "bearer right-key"), true),
                Arguments.of(WebhookAuthentication.authorization("", KEY), head("Authorization", "right-key"), true),
                Arguments.of(
                        WebhookAuthentication.header("X-Auth-Token", KEY), head("x-auth-token", "right-key"), true),
                Arguments.of(WebhookAuthentication.parameter("api_key", KEY), query("apikey=right-key"), true),
                Arguments.of(WebhookAuthentication.field("secret", KEY), json("{\"secret\":\"right-key\"}"), false),
                Arguments.of(WebhookAuthentication.field("secret", KEY), form("a=1&secret=right-key"), false),
                Arguments.of(WebhookAuthentication.pair("u", "pbx", "p", KEY), query("u=pbx&p=right-key"), true),
                Arguments.of(WebhookAuthentication.pair("u", "pbx", "p", KEY), form("u=pbx&p=right-key"), false),
                Arguments.of(
                        WebhookAuthentication.pair("u", "pbx", "p", KEY),
                        json("{\"u\":\"pbx\",\"p\":\"right-key\"}"),
                        false));
    }

    @ParameterizedTest
    @MethodSource("places")
    void givenKeyInItsPlace_whenVerified_thenPasses(
            WebhookAuthentication way, WebhookRequest request, boolean provenByHead) {
        assertThat(way.verify(request)).isNotNull();
        assertThat(way.isProvenByHead(request.withBody(new byte[0]))).isEqualTo(provenByHead);
        assertThat(way.isCredential("right-key")).isTrue();
    }

    @ParameterizedTest
    @MethodSource("places")
    void givenOtherRequest_whenVerified_thenRefuses(WebhookAuthentication way, WebhookRequest request) {
        refuses(way, head("Authorization", "right-kez"));
        refuses(way, query("apikey=right-key&api_key=right-kez&apikey=right-key&u=pbx&p=x"));
        refuses(way, form("secret=right-key&secret=right-key&u=other&p=right-key"));
    }

    @Test
    void givenTwoWays_whenEitherIsSent_thenPasses() {
        WebhookAuthentication either = WebhookAuthentication.anyOf(
                WebhookAuthentication.bearer(Secret.of("one")), WebhookAuthentication.bearer(Secret.of("two")));

        assertThat(either.isProvenByHead(head("Authorization", "Bearer one"))).isTrue();
        assertThat(either.isProvenByHead(head("Authorization", "Bearer two"))).isTrue();
        refuses(either, head("Authorization", "Bearer three"));
    }

    @Test
    void givenSignedIdOrKey_whenCombined_thenIsRefusedAtOnce() {
        assertThatThrownBy(() -> WebhookAuthentication.anyOf(BY_ID, WebhookAuthentication.bearer(KEY)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void givenAuthentication_whenPrinted_thenShowsNoSecret() {
        assertThat(BY_ID + " " + HmacSignature.of(KEY) + " " + WebhookAuthentication.basic("pbx", KEY))
                .doesNotContain("right-key");
    }

    private static void refuses(WebhookAuthentication way, WebhookRequest request) {
        WebhookException refusal = catchThrowableOfType(WebhookException.class, () -> way.verify(request));

        assertThat(Optional.ofNullable(refusal).map(WebhookException::reason))
                .contains(WebhookException.Reason.UNVERIFIED);
    }

    private static WebhookRequest signed(String body) {
        return HmacSignature.of(KEY).overId(request -> request.jsonText("id")).sign(json(body));
    }

    private static WebhookRequest json(String body) {
        return request("Content-Type", "application/json", body);
    }

    private static WebhookRequest form(String body) {
        return request("Content-Type", "application/x-www-form-urlencoded", body);
    }

    private static WebhookRequest head(String name, String value) {
        return request(name, value, "");
    }

    private static WebhookRequest query(String query) {
        return new WebhookRequest("GET", query, Map.of(), new byte[0]);
    }

    private static WebhookRequest request(String header, String value, String body) {
        return new WebhookRequest("POST", "", Map.of(header, List.of(value)), body.getBytes(StandardCharsets.UTF_8));
    }
}
