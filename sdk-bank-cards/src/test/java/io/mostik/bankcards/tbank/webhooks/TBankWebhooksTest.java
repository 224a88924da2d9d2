package io.mostik.bankcards.tbank.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.bankcards.tbank.BankServer;
import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.operations.Direction;
import io.mostik.bankcards.tbank.operations.Operation;
import io.mostik.bankcards.tbank.operations.OperationStatus;
import io.mostik.core.ApiException;
import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.WebhookException;
import io.mostik.core.once.Once;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import io.mostik.core.webhook.WebhookReceiver;
import io.mostik.core.webhook.WebhookRequest;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TBankWebhooksTest {

    private static final Secret SECRET = Secret.of("canary-hook-secret");

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    private final WebhookReceiver<Operation> receiver =
            TBankWebhooks.builder().bearer(SECRET).build();

    @Test
    void givenProvenReport_whenReceiving_thenReadsTextsAsExactSums() throws IOException {
        Operation operation = receiver.receive(proven(body()));

        assertThat(operation.operationAmount()).contains(new BigDecimal("379.50"));
        assertThat(operation.rubleAmount()).isEmpty();
        assertThat(operation.trxnPostDate()).isEmpty();
        assertThat(operation.operationStatus()).contains(OperationStatus.AUTHORIZATION);
        assertThat(operation.typeOfOperation()).contains(Direction.DEBIT);
        assertThat(operation.card()).contains(Ucid.of(1100200301L));
        assertThat(operation.vo()).contains("01");
        assertThat(operation.payer().orElseThrow().corrAccount()).contains("30101810145250000974");
    }

    @Test
    void givenUserAndPassword_whenReceiving_thenChecksBasic() throws IOException {
        WebhookReceiver<Operation> basic =
                TBankWebhooks.builder().basic("bank", Secret.of("pass")).build();
        String right = "Basic YmFuazpwYXNz";

        assertThat(basic.receive(request(body(), List.of(right)))).isNotNull();
        assertRefused(basic, request(body(), List.of("Basic YmFuazpvdGhlcg==")));
    }

    @Test
    void givenBadProof_whenReceiving_thenRefusesWithoutReading() {
        assertRefused(receiver, request("garbage", List.of()));
        assertRefused(receiver, request("garbage", List.of("Bearer other")));
        assertRefused(receiver, request("garbage", List.of("Bearer canary-hook-secret", "Bearer canary-hook-secret")));
    }

    @Test
    void givenGarbage_whenHandling_thenAnswersThatItIsUnreadable() {
        assertThat(receiver.handle(proven("{\"operationAmount\":\"1\"}"), operation -> {})
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[7]", "\"shop\"", "7", "false"})
    void givenOddShop_whenReceiving_thenCostsOnlyTheShop(String shop) {
        String report = "{\"operationId\":\"o1\",\"operationAmount\":\"1.50\",\"merch\":" + shop + "}";

        Operation operation = receiver.receive(proven(report));

        assertThat(operation.operationAmount()).contains(new BigDecimal("1.50"));
        assertThat(operation.merch()).isEmpty();
        assertThat(operation.unknown()).containsKey("merch");
    }

    @Test
    void givenRepeats_whenHandling_thenHandsEachStateOverOnce() throws IOException {
        List<String> handled = new ArrayList<>();
        WebhookReceiver<Operation> once = receiver.once(Once.over(StateStore.inMemory()));
        String held = body();
        String posted = held.replace("\"authorization\"", "\"transaction\"");

        for (String report : List.of(held, held, posted, posted, held)) {
            assertThat(once.handle(
                                    proven(report),
                                    operation -> handled.add(operation
                                            .operationStatus()
                                            .orElseThrow()
                                            .value()))
                            .status())
                    .isEqualTo(200);
        }

        assertThat(handled).containsExactly("Authorization", "Transaction");
    }

    @Test
    void givenHandlerThatFails_whenBankRepeats_thenHandsItOverAgain() throws IOException {
        WebhookReceiver<Operation> once = receiver.once(Once.over(StateStore.inMemory()));
        List<String> handled = new ArrayList<>();
        WebhookRequest request = proven(body());

        assertThat(once.handle(request, operation -> {
                            throw new IllegalStateException("database away");
                        })
                        .status())
                .isEqualTo(500);
        assertThat(once.handle(request, operation -> handled.add(operation.operationId()))
                        .status())
                .isEqualTo(200);

        assertThat(handled).containsExactly("0c9d0001");
    }

    @Test
    void givenSubscription_whenSubscribing_thenSendsSecretAndHidesIt() {
        vendor.answers(400, "{\"errorId\":\"1\",\"errorMessage\":\"bad canary-hook-secret\",\"errorCode\":\"X\"}");
        try (TBank bank = BankServer.client(vendor, new ManualTime())) {
            NewSubscription subscription =
                    NewSubscription.of("https://a.example/hook", "it@a.example").bearer(SECRET);

            ApiException failure = catchThrowableOfType(
                    ApiException.class, () -> bank.webhooks().subscribe(EventType.OPERATION, subscription));

            assertThat(failure).hasMessageNotContaining("canary-hook-secret");
            assertThat(subscription.toString()).doesNotContain("canary");
        }
        assertThat(vendor.received().body())
                .isEqualTo("{\"url\":\"https://a.example/hook\",\"email\":\"it@a.example\",\"hasSignature\":false,"
                        + "\"authType\":\"Bearer\",\"authSecret\":\"canary-hook-secret\"}");
    }

    @Test
    void givenPlainUrlOrNoEmail_whenSubscribing_thenNamesTheParameter() {
        assertThatThrownBy(() -> NewSubscription.of("http://a.example", "a@a.example"))
                .hasMessageContaining("url");
        assertThatThrownBy(() -> NewSubscription.of("https://a.example", " ")).hasMessageContaining("email");
    }

    private static void assertRefused(WebhookReceiver<Operation> receiver, WebhookRequest request) {
        assertThatThrownBy(() -> receiver.receive(request))
                .isInstanceOfSatisfying(
                        WebhookException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(WebhookException.Reason.UNVERIFIED));
    }

    private static WebhookRequest proven(String body) {
        return request(body, List.of("Bearer canary-hook-secret"));
    }

    private static WebhookRequest request(String body, List<String> authorization) {
        return new WebhookRequest(
                "POST", "", Map.of("Authorization", authorization), body.getBytes(StandardCharsets.UTF_8));
    }

    private static String body() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(TBankWebhooksTest.class.getResourceAsStream("oper-feed-operation.json"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
