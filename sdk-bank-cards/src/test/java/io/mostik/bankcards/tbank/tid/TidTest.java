package io.mostik.bankcards.tbank.tid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.bankcards.tbank.Environment;
import io.mostik.bankcards.tbank.TBank;
import io.mostik.core.AuthException;
import io.mostik.core.DecodingException;
import io.mostik.core.Outcome;
import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import io.mostik.core.TransportException;
import io.mostik.core.http.CallOptions;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.MortalStore;
import io.mostik.core.test.VendorServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TidTest {

    private static final String COMPANY = "7701234567";
    private static final SecretKey KEY =
            new SecretKeySpec("0123456789abcdef".getBytes(StandardCharsets.US_ASCII), "AES");
    private static final String CARD = "{\"name\":\"A\"}";

    @RegisterExtension
    final VendorServer tidServer = new VendorServer();

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    final ManualTime time = new ManualTime();
    final StateStore store = StateStore.inMemory(time);
    final TokenVault vault = TokenVault.in(store, KEY);
    Tid tid;

    @BeforeEach
    void connect() {
        tid = tid();
    }

    @AfterEach
    void close() {
        tid.close();
    }

    @Test
    void givenCompany_whenAskingForConsent_thenNamesItInTheAddress() {
        Consent consent = new Consent("https://a.example/back?x=1", "s t", Optional.of(COMPANY), "770101001");

        assertThat(tid.consentUri(consent).toString())
                .isEqualTo(tidServer.uri() + "/auth/authorize?client_id=partner"
                        + "&redirect_uri=https%3A%2F%2Fa.example%2Fback%3Fx%3D1&state=s%20t&response_type=code"
                        + "&scope_parameters=%7B%22inn%22%3A%227701234567%22%2C%22kpp%22%3A%22770101001%22%7D");
    }

    @Test
    void givenScopesAndProof_whenAskingForConsent_thenBothAreInTheAddress() {
        Pkce proof = Pkce.of(Secret.of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"));
        Consent consent = Consent.of("https://a.example/back", "s")
                .scopes(List.of("openid", "opensme/inn/[7701234567]/kpp/[0]/card/get"))
                .pkce(proof);

        assertThat(tid.consentUri(consent).toString())
                .endsWith("&scope=openid%20opensme%2Finn%2F%5B7701234567%5D%2Fkpp%2F%5B0%5D%2Fcard%2Fget"
                        + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256");
        assertThat(Pkce.random().verifier().reveal())
                .hasSize(43)
                .isNotEqualTo(Pkce.random().verifier().reveal());
        assertThat(proof.toString()).doesNotContain("dBjft");
    }

    @Test
    void givenProof_whenExchanging_thenSendsTheVerifier() {
        tidServer.answers(200, answer("a1", "r1"));
        Pkce proof = Pkce.random();

        TokenPair pair = tid.exchange(Secret.of("code"), "https://a.example/back", proof);

        assertThat(tidServer.received().body())
                .contains("code_verifier=" + proof.verifier().reveal());
        assertThat(pair.refreshToken()).contains(Secret.of("r1"));
    }

    @Test
    void givenNullRefreshToken_whenRenewed_thenTheOldOneIsKept() {
        keep("a1", "r1", Duration.ofMinutes(1));
        time.advance(Duration.ofMinutes(2));
        tidServer
                .answers(200, "{\"access_token\":\"a2\",\"refresh_token\":null,\"expires_in\":60}")
                .answers(200, answer("a3", "r3"));
        vendor.answers(200, CARD).answers(200, CARD);

        try (TBank bank = bank(tid)) {
            bank.company().get();
            assertThat(vault.find(COMPANY).orElseThrow().pair().refreshToken()).contains(Secret.of("r1"));
            time.advance(Duration.ofMinutes(2));
            bank.company().get();
        }

        assertThat(vault.find(COMPANY).orElseThrow().pair().refreshToken()).contains(Secret.of("r3"));
    }

    @Test
    void givenNullRefreshToken_whenConsentIsKeptAnew_thenTheOldPairStays() {
        keep("a1", "r1", Duration.ofMinutes(30));
        tidServer.answers(200, "{\"access_token\":\"a2\",\"refresh_token\":null}");

        TokenPair next = tid.exchange(Secret.of("code"), "https://a.example/back");

        assertThatThrownBy(() -> tid.keep(COMPANY, next, vault)).isInstanceOf(IllegalArgumentException.class);
        assertThat(vault.find(COMPANY).orElseThrow().pair().refreshToken()).contains(Secret.of("r1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"active\":true,\"scope\":\"card/get  card/block\"}",
                "{\"active\":true,\"scope\":[\"card/get\",\"card/block\"]}"
            })
    void givenToken_whenAskedForScopes_thenNamesThem(String told) {
        tidServer.answers(200, told).answers(200, "{\"active\":false,\"scope\":\"card/get\"}");

        assertThat(tid.scopes(Secret.of("a1"))).containsExactlyInAnyOrder("card/get", "card/block");
        assertThat(tid.scopes(Secret.of("a1"))).isEmpty();
    }

    @Test
    void givenCode_whenExchanging_thenSendsTheFormWithBasic() {
        tidServer.answers(200, answer("a1", "r1"));

        TokenPair pair = tid.exchange(Secret.of("canary-code"), "https://a.example/back");

        VendorServer.Sent sent = tidServer.received();
        assertThat(sent.target()).isEqualTo("/auth/token");
        assertThat(sent.header("Authorization"))
                .isEqualTo("Basic "
                        + Base64.getEncoder().encodeToString("partner:canary-secret".getBytes(StandardCharsets.UTF_8)));
        assertThat(sent.body())
                .contains(
                        "grant_type=authorization_code",
                        "code=canary-code",
                        "redirect_uri=https%3A%2F%2Fa.example%2Fback");
        assertThat(pair.expiresAt()).isEqualTo(time.now().plusSeconds(1800));
        assertThat(pair.toString()).doesNotContain("a1", "r1");
    }

    @Test
    void givenSpentCode_whenExchanging_thenIsAuthExceptionWithoutCode() {
        tidServer.answers(400, "{\"error\":\"invalid_grant\",\"error_description\":\"code canary-code is spent\"}");

        AuthException failure = catchThrowableOfType(
                AuthException.class, () -> tid.exchange(Secret.of("canary-code"), "https://a.example/back"));

        assertThat(failure.code()).contains("invalid_grant");
        assertThat(failure).hasMessageNotContaining("canary-code");
    }

    @Test
    void givenGoodPair_whenCalling_thenUsesItWithoutRefreshing() {
        keep("a1", "r1", Duration.ofMinutes(30));
        vendor.answers(200, CARD);

        try (TBank bank = bank(tid)) {
            bank.company().get();
        }

        assertThat(vendor.received().header("Authorization")).isEqualTo("Bearer a1");
        assertThat(tidServer.count()).isZero();
    }

    @Test
    void givenPairNearEnd_whenCalling_thenRefreshesAndKeepsNewPair() {
        keep("a1", "r1", Duration.ofMinutes(30));
        tidServer.answers(200, answer("a2", "r2"));
        vendor.answers(200, CARD).answers(200, CARD);

        try (TBank bank = bank(tid)) {
            bank.company().get();
            time.advance(Duration.ofMinutes(26));
            bank.company().get();
        }

        assertThat(vendor.received().header("Authorization")).isEqualTo("Bearer a1");
        assertThat(vendor.received().header("Authorization")).isEqualTo("Bearer a2");
        assertThat(tidServer.received().body()).contains("grant_type=refresh_token", "refresh_token=r1");
        assertThat(vault.find(COMPANY).orElseThrow().pair().refreshToken()).contains(Secret.of("r2"));
    }

    @Test
    void givenRefusedToken_whenCalling_thenRefreshesAndSendsOnceMore() {
        keep("a1", "r1", Duration.ofMinutes(30));
        tidServer.answers(200, answer("a2", "r2"));
        vendor.answers(200, CARD).answers(401, "{}").answers(200, CARD);

        try (TBank bank = bank(tid)) {
            bank.company().get();
            time.advance(Duration.ofMinutes(1));
            bank.company().get();
        }

        assertThat(vendor.count()).isEqualTo(3);
        assertThat(tidServer.count()).isEqualTo(1);
    }

    @Test
    void givenTwoNodesOnRealTime_whenBothMustRenew_thenOneRefreshes() {
        keep("a1", "r1", Duration.ofMinutes(1));
        tidServer.answers(200, answer("a2", "r2"));
        for (int i = 0; i < 20; i++) {
            vendor.answers(200, CARD);
        }
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(20);

        TimeSource real = TimeSource.system();
        try (Tid first = tid(real);
                Tid second = tid(real);
                TBank one = bank(first, real);
                TBank two = bank(second, real)) {
            List<CompletableFuture<Void>> calls = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                TBank bank = i % 2 == 0 ? one : two;
                calls.add(CompletableFuture.runAsync(
                        () -> {
                            await(start);
                            bank.company().get();
                        },
                        threads));
            }
            start.countDown();
            calls.forEach(CompletableFuture::join);
        } finally {
            threads.shutdownNow();
        }

        assertThat(tidServer.count()).isEqualTo(1);
        assertThat(vendor.received().header("Authorization")).isEqualTo("Bearer a2");
    }

    @Test
    void givenRestart_whenCalling_thenGoesOnWithTheKeptPair() {
        keep("a1", "r1", Duration.ofMinutes(1));
        time.advance(Duration.ofMinutes(2));
        tidServer.answers(200, answer("a2", "r2"));
        vendor.answers(200, CARD).answers(200, CARD);

        try (TBank before = bank(tid)) {
            before.company().get();
        }
        try (Tid again = tid();
                TBank after = bank(again)) {
            after.company().get();
        }

        assertThat(tidServer.count()).isEqualTo(1);
        assertThat(vendor.count()).isEqualTo(2);
    }

    @Test
    void givenSpentRefreshToken_whenCalling_thenAsksForConsent() {
        keep("a1", "r1", Duration.ofMinutes(1));
        time.advance(Duration.ofMinutes(2));
        tidServer.answers(400, "{\"error\":\"invalid_grant\"}");

        try (TBank bank = bank(tid)) {
            AuthException failure = catchThrowableOfType(
                    AuthException.class, () -> bank.company().get());

            assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
            assertThat(failure.code()).contains("invalid_grant");
        }
        assertThat(store.find("lease/tbank/tid/" + COMPANY + "/renewing")).isEmpty();
    }

    @Test
    void givenLostAnswerOfRefresh_whenCalling_thenAsksOnce() {
        keep("a1", "r1", Duration.ofMinutes(1));
        time.advance(Duration.ofMinutes(2));
        tidServer.dropsAnswer().answers(200, answer("a2", "r2"));

        try (TBank bank = bank(tid)) {
            assertThatThrownBy(() -> bank.company().get()).isInstanceOf(TransportException.class);
        }

        assertThat(tidServer.count()).isEqualTo(1);
    }

    @Test
    void givenNoPair_whenCalling_thenSaysWhatToDo() {
        try (TBank bank = bank(tid)) {
            assertThatThrownBy(() -> bank.company().get())
                    .isInstanceOf(TransportException.class)
                    .hasMessageContaining("consent");
        }
    }

    @Test
    void givenVault_whenLookingIntoStore_thenNothingCanBeReadOrMoved() {
        keep("canary-access", "canary-refresh", Duration.ofMinutes(30));
        StateStore.Entry entry = store.find("tbank/tid/" + COMPANY).orElseThrow();
        SecretKey another = new SecretKeySpec("fedcba9876543210".getBytes(StandardCharsets.US_ASCII), "AES");

        assertThat(entry.value()).doesNotContain("canary");
        store.put("tbank/tid/moved", entry.value());
        assertThatThrownBy(() -> vault.find("moved")).hasMessageContaining("cannot be opened");
        assertThatThrownBy(() -> TokenVault.in(store, another).find(COMPANY)).hasMessageContaining("cannot be opened");
    }

    @Test
    void givenLostKey_whenConsentIsKeptAnew_thenCallsGoOn() {
        SecretKey lost = new SecretKeySpec("fedcba9876543210".getBytes(StandardCharsets.US_ASCII), "AES");
        tid.keep(COMPANY, pair("a0", "r0", Duration.ofMinutes(30)), TokenVault.in(store, lost));

        keep("a1", "r1", Duration.ofMinutes(30));

        assertThat(vault.find(COMPANY).orElseThrow().pair().accessToken()).isEqualTo(Secret.of("a1"));
    }

    @Test
    void givenNodeAsleepWithLease_whenItWakes_thenItAsksNothing() {
        keep("a1", "r1", Duration.ofMinutes(1));
        time.advance(Duration.ofMinutes(2));
        tidServer.answers(200, answer("a2", "r2"));
        vendor.answers(200, CARD).answers(200, CARD);
        MortalStore sleepy = MortalStore.over(store).at(MortalStore.Point.after(4), () -> {
            time.advance(Duration.ofMinutes(2));
            try (Tid other = tid();
                    TBank bank = bank(other)) {
                bank.company().get();
            }
        });

        CallOptions patient =
                CallOptions.builder().deadline(Duration.ofMinutes(10)).build();
        try (TBank bank = bank(tid, time, TokenVault.in(sleepy, KEY))) {
            bank.with(patient).company().get();
        }

        assertThat(tidServer.count()).isEqualTo(1);
        assertThat(vendor.received().header("Authorization")).isEqualTo("Bearer a2");
        assertThat(vendor.received().header("Authorization")).isEqualTo("Bearer a2");
    }

    @Test
    void givenToken_whenIntrospectingAndRevoking_thenSendsTheForm() {
        tidServer.answers(200, "{\"active\":true,\"scope\":[\"card/get\"]}").answers(200, "");

        assertThat(tid.introspect(Secret.of("a1")).get("active").isTrue()).isTrue();
        tid.revoke(Secret.of("a1"));

        assertThat(tidServer.received().target()).isEqualTo("/auth/introspect");
        VendorServer.Sent revoked = tidServer.received();
        assertThat(revoked.target()).isEqualTo("/auth/revoke");
        assertThat(revoked.body()).isEqualTo("token=a1");
    }

    @Test
    void givenMissingSettings_whenBuilding_thenNamesThem() {
        assertThatThrownBy(() -> Tid.builder().build()).hasMessageContaining("clientId");
        assertThatThrownBy(() -> Tid.builder().clientId("p").build()).hasMessageContaining("clientSecret");
        assertThatThrownBy(() -> new Consent("https://a", "s", Optional.of("77"), "0"))
                .hasMessageContaining("inn");
        assertThatThrownBy(
                        () -> tid.keep(COMPANY, new TokenPair(Secret.of("a"), Optional.empty(), Instant.EPOCH), vault))
                .hasMessageContaining("refreshToken");
    }

    private Tid tid() {
        return tid(time);
    }

    private Tid tid(TimeSource clock) {
        return Tid.builder()
                .clientId("partner")
                .clientSecret(Secret.of("canary-secret"))
                .baseUri(tidServer.uri())
                .http(http -> http.time(clock))
                .build();
    }

    private TBank bank(Tid with) {
        return bank(with, time);
    }

    private TBank bank(Tid with, TimeSource clock) {
        return bank(with, clock, vault);
    }

    private TBank bank(Tid with, TimeSource clock, TokenVault pairs) {
        return TBank.builder()
                .environment(Environment.of(vendor.uri(), vendor.uri()))
                .authorizer(with.session(COMPANY, pairs))
                .http(http -> http.time(clock))
                .build();
    }

    private void keep(String access, String refresh, Duration life) {
        tid.keep(COMPANY, pair(access, refresh, life), vault);
    }

    private TokenPair pair(String access, String refresh, Duration life) {
        return new TokenPair(
                Secret.of(access), Optional.of(Secret.of(refresh)), time.now().plus(life));
    }

    private static String answer(String access, String refresh) {
        return "{\"access_token\":\"" + access + "\",\"token_type\":\"Bearer\",\"expires_in\":1800,\"refresh_token\":\""
                + refresh + "\",\"id_token\":\"x\"}";
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'access_token':' '}|access_token",
                "{'access_token':'a\\n1'}|access_token",
                "{'access_token':'a1','refresh_token':'r\\n1'}|refresh_token",
                "{'access_token':'a1','expires_in':-1}|expires_in",
                "{'access_token':'a1','expires_in':0}|expires_in"
            },
            quoteCharacter = '`')
    void givenOddPair_whenExchanging_thenNamesTheField(String answer, String field) {
        tidServer.answers(200, answer.replace('\'', '"'));

        DecodingException failure = catchThrowableOfType(
                DecodingException.class, () -> tid.exchange(Secret.of("c"), "https://a.example/back"));

        assertThat(failure).hasMessageContaining(field);
        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    }
}
