package io.mostik.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.Secret;
import io.mostik.core.webhook.WebhookReply;
import io.mostik.core.webhook.WebhookRequest;
import io.mostik.pbx.IncomingCall;
import io.mostik.remonline.webhooks.RemOnlineEvent;
import io.mostik.remonline.webhooks.RemOnlineWebhooks;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.context.WebServerGracefulShutdownLifecycle;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;

class WebhooksTest {

    private static final String[] REMONLINE = {
        "mostik.remonline.webhook.path=/hooks/remonline", "mostik.remonline.webhook.secret=s-1"
    };

    private final WebApplicationContextRunner memory = Starter.web().withPropertyValues("mostik.store.type=memory");

    @Test
    void givenPathAndHandler_whenStarted_thenTheServletServesIt() {
        memory.withUserConfiguration(Direct.class).withPropertyValues(REMONLINE).run(context -> {
            ServletRegistrationBean<?> servlet = context.getBean(ServletRegistrationBean.class);
            WebhookReply reply = context.getBean(WebhookEndpoints.class)
                    .endpoint("/hooks/remonline")
                    .handle(signed("e-1", "s-1"));
            assertThat(servlet.getUrlMappings()).containsExactly("/hooks/remonline");
            assertThat(reply.status()).isEqualTo(200);
            assertThat(context.getBean(Direct.class).seen).containsExactly("e-1");
        });
    }

    @Test
    void givenTwoAccounts_whenHandled_thenTheRouteIsNamed() {
        memory.withUserConfiguration(Kyiv.class)
                .withPropertyValues(
                        "mostik.remonline.accounts.kyiv.webhook.secret=s-2",
                        "mostik.remonline.accounts.lviv.webhook.secret=s-3")
                .run(context -> {
                    WebhookEndpoints endpoints = context.getBean(WebhookEndpoints.class);
                    assertThat(endpoints.paths()).containsExactly("/hooks/kyiv");
                    assertThat(endpoints
                                    .endpoint("/hooks/kyiv")
                                    .handle(signed("e-2", "s-3"))
                                    .status())
                            .isEqualTo(401);
                    assertThat(endpoints
                                    .endpoint("/hooks/kyiv")
                                    .handle(signed("e-2", "s-2"))
                                    .status())
                            .isEqualTo(202);
                });
    }

    @Test
    void givenTwoAccountsAndNoName_whenStarted_thenListsThem() {
        memory.withUserConfiguration(Direct.class)
                .withPropertyValues(
                        "mostik.remonline.accounts.kyiv.webhook.secret=s-2",
                        "mostik.remonline.accounts.lviv.webhook.secret=s-3")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("[kyivRemOnlineWebhook, lvivRemOnlineWebhook]"));
    }

    @Test
    void givenPathWithoutHandler_whenStarted_thenTheStartFails() {
        memory.withPropertyValues(REMONLINE)
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("/hooks/remonline (remOnlineWebhook) has no handler"));
    }

    @Test
    void givenInboxWithoutStore_whenStarted_thenSaysWhatToDo() {
        Starter.web()
                .withUserConfiguration(Stored.class)
                .withPropertyValues(REMONLINE)
                .run(context -> assertThat(context.getStartupFailure()).hasMessageContaining("needs a state store"));
    }

    @Test
    void givenTwoHandlersOfOnePath_whenStarted_thenTheStartFails() {
        memory.withUserConfiguration(Direct.class, Stored.class)
                .withPropertyValues(REMONLINE)
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("two handlers for the webhook /hooks/remonline"));
    }

    @Test
    void givenPbx_whenACallIsPushed_thenTheHandlerHasIt() {
        memory.withUserConfiguration(Phone.class)
                .withPropertyValues("mostik.pbx.webhook.incoming-call-path=/calls", "mostik.pbx.webhook.secret=k")
                .run(context -> {
                    WebhookReply reply = context.getBean(WebhookEndpoints.class)
                            .endpoint("/calls")
                            .handle(new WebhookRequest(
                                    "GET", "caller=36301112233&callee=3615550100&apikey=k", Map.of(), new byte[0]));
                    assertThat(reply.status()).isEqualTo(200);
                    assertThat(context.getBean(Phone.class).calls).hasSize(1);
                });
    }

    @Test
    void givenNamedAccounts_whenProven_thenEachHasItsRoute() {
        memory.withPropertyValues(
                        "mostik.tbank.accounts.trade.webhook.secret=s-4",
                        "mostik.tbank.accounts.repair.webhook.username=u",
                        "mostik.tbank.accounts.repair.webhook.password=s-5",
                        "mostik.tbank.accounts.quiet.token=k",
                        "mostik.salesautopilot.accounts.shop.webhook.username=u",
                        "mostik.salesautopilot.accounts.shop.webhook.password=s-6")
                .run(context -> assertThat(context.getBeansOfType(WebhookRoute.class))
                        .containsOnlyKeys("tradeTBankWebhook", "repairTBankWebhook", "shopSalesAutopilotWebhook"));
    }

    @Test
    void givenStoredEvent_whenStarted_thenAThreadOfItsOwnHandlesIt() {
        memory.withUserConfiguration(Waiting.class)
                .withPropertyValues(REMONLINE)
                .run(context -> {
                    Waiting handler = context.getBean(Waiting.class);

                    WebhookReply reply = context.getBean(WebhookEndpoints.class)
                            .endpoint("/hooks/remonline")
                            .handle(signed("e-1", "s-1"));

                    assertThat(reply.status()).isEqualTo(200);
                    assertThat(handler.started.get(20, TimeUnit.SECONDS)).startsWith("mostik-inbox-");
                    handler.go.countDown();
                });
    }

    @Test
    void givenHandlerAtWork_whenStopped_thenItComesToItsEnd() {
        memory.withUserConfiguration(Waiting.class)
                .withPropertyValues(REMONLINE)
                .run(context -> {
                    Waiting handler = context.getBean(Waiting.class);
                    WebhookReply unused = context.getBean(WebhookEndpoints.class)
                            .endpoint("/hooks/remonline")
                            .handle(signed("e-1", "s-1"));
                    String started = handler.started.get(20, TimeUnit.SECONDS);
                    context.addApplicationListener((ContextClosedEvent event) -> handler.go.countDown());

                    context.close();

                    assertThat(handler.ended).as(started).isTrue();
                });
    }

    @Test
    void givenWebServer_whenPhasesAreCompared_thenInboxesStopAfterIt() {
        memory.run(context -> {
            WebhookThreads threads = context.getBean(WebhookThreads.class);
            assertThat(threads.isRunning()).isTrue();
            assertThat(threads.getPhase()).isLessThan(WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE - 1024);
        });
    }

    @Test
    void givenFullQueue_whenExecuted_thenItIsRefused() {
        WebhookThreads threads = new WebhookThreads(1);
        CountDownLatch go = new CountDownLatch(1);
        threads.start();
        try {
            threads.execute(() -> await(go));

            assertThatThrownBy(() -> {
                        for (int i = 0; i < 5_000; i++) {
                            threads.execute(() -> {});
                        }
                    })
                    .isInstanceOf(RejectedExecutionException.class);
        } finally {
            go.countDown();
            threads.stop();
        }
    }

    /** Returns whether nobody interrupts this thread for a while. */
    private static boolean isLeftInPeace() {
        try {
            return !new CountDownLatch(1).await(200, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static WebhookRequest signed(String id, String secret) {
        byte[] body = ("{\"id\":\"" + id + "\"}").getBytes(StandardCharsets.UTF_8);
        return RemOnlineWebhooks.sign(Secret.of(secret), new WebhookRequest("POST", "", Map.of(), body));
    }

    @Configuration(proxyBeanMethods = false)
    static class Direct {

        final List<String> seen = new ArrayList<>();

        @WebhookHandler(inbox = false)
        void on(RemOnlineEvent event) {
            seen.add(event.id());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Stored {

        @WebhookHandler("/hooks/remonline")
        void on(RemOnlineEvent event) {
            throw new IllegalStateException("not called here: " + event.id());
        }
    }

    /** Waits in the handler until it may go on. */
    @Configuration(proxyBeanMethods = false)
    static class Waiting {

        final CompletableFuture<String> started = new CompletableFuture<>();
        final CountDownLatch go = new CountDownLatch(1);
        volatile boolean ended;

        @WebhookHandler
        void on(RemOnlineEvent event) {
            started.complete(Thread.currentThread().getName() + " " + event.id());
            await(go);
            ended = isLeftInPeace();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Kyiv {

        @WebhookHandler(path = "/hooks/kyiv", route = "kyivRemOnlineWebhook")
        WebhookReply on(RemOnlineEvent event) {
            return WebhookReply.text(202, event.id());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Phone {

        final List<IncomingCall> calls = new ArrayList<>();

        @WebhookHandler(inbox = false)
        void on(IncomingCall call) {
            calls.add(call);
        }
    }
}
