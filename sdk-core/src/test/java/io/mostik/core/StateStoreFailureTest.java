package io.mostik.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mostik.core.once.Once;
import io.mostik.core.webhook.WebhookAuthentication;
import io.mostik.core.webhook.WebhookReceiver;
import io.mostik.core.webhook.WebhookReply;
import io.mostik.core.webhook.WebhookRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A store that fails says so, and nothing else. */
class StateStoreFailureTest {

    private final JdbcConnectionPool pool =
            JdbcConnectionPool.create(StoreDatabase.h2InMemory().url(), "", "");
    private final StateStore store = JdbcStateStore.create(pool);
    private final List<String> handled = new ArrayList<>();
    private final WebhookReceiver<String> once = WebhookReceiver.of(
                    "test", WebhookAuthentication.none(), WebhookRequest::text)
            .identity(event -> event)
            .once(Once.over(store));

    static List<Named<Use>> uses() {
        return List.of(
                Named.of("find", store -> store.find("key")),
                Named.of("list", store -> store.list("key", "", 10)),
                Named.of("replace", store -> store.replace("key", "confidential", 1, Optional.empty())),
                Named.of("put", store -> store.put("key", "confidential")),
                Named.of("remove", store -> store.remove("key", 1)),
                Named.of("firstSeen", store -> store.firstSeen("key", Duration.ofDays(1))));
    }

    /** One method of a store. */
    interface Use {
        void of(StateStore store);
    }

    @ParameterizedTest
    @MethodSource("uses")
    void givenClosedPool_whenUsingTheStore_thenSaysThatTheStoreFailedAndNotTheValue(Use use) {
        pool.dispose();

        assertThatExceptionOfType(StateStoreException.class)
                .isThrownBy(() -> use.of(store))
                .withMessageContaining("state store")
                .satisfies(failure -> assertThat(failure).hasStackTraceContaining("state store"))
                .satisfies(failure -> assertThat(failure.toString()).doesNotContain("confidential"));
    }

    @Test
    void givenServerThatRefusesConnections_whenOpening_thenSaysThatTheStoreFailed() {
        StoreDatabase nobody = new StoreDatabase("jdbc:postgresql://127.0.0.1:1/nowhere", "nobody", "secret-word");

        assertThatExceptionOfType(StateStoreException.class)
                .isThrownBy(() -> JdbcStateStore.create(nobody.open()))
                .satisfies(failure -> assertThat(failure.toString()).doesNotContain("secret-word"));
    }

    @Test
    void givenStoreThatFails_whenAnEventComes_thenItIsNotHandledAndTheVendorSendsAgain() {
        pool.dispose();

        WebhookReply reply = once.handle(event(), handled::add);

        assertThat(reply.status()).isEqualTo(500);
        assertThat(handled).isEmpty();
    }

    @Test
    void givenStoreThatFailsWhileTheEventIsHandled_whenItWasHandled_thenTheVendorIsToldSo() {
        WebhookReply reply = once.handle(event(), event -> {
            handled.add(event);
            pool.dispose();
        });

        assertThat(reply.status()).isEqualTo(200);
        assertThat(handled).containsExactly("event");
    }

    @Test
    void givenStoreThatFailsWhileTheEventIsHandled_whenTheHandlerFails_thenTheVendorSendsAgain() {
        WebhookReply reply = once.handle(event(), event -> {
            pool.dispose();
            throw new IllegalStateException("handler");
        });

        assertThat(reply.status()).isEqualTo(500);
    }

    private static WebhookRequest event() {
        return new WebhookRequest("POST", "", Map.of(), "event".getBytes());
    }
}
