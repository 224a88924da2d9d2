package io.mostik.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mostik.core.once.Once;
import io.mostik.core.webhook.WebhookAuthentication;
import io.mostik.core.webhook.WebhookReceiver;
import io.mostik.core.webhook.WebhookReply;
import io.mostik.core.webhook.WebhookRequest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                Named.of("findAll", store -> store.findAll(List.of("key", "confidential"))),
                Named.of("stream", store -> store.stream("confidential").toList()),
                Named.of(
                        "commit",
                        store -> store.commit(List.of(
                                new StateStore.Write("key", "confidential", 1, Optional.empty()),
                                new StateStore.Remove("confidential", 1)))),
                Named.of("write over a version", store -> store.write("key", "confidential", 1, Optional.empty())),
                Named.of("put", store -> store.put("key", "confidential")),
                Named.of("remove", store -> store.remove("key", 1)),
                Named.of(
                        "write of an absent key",
                        store -> store.write("key", "", StateStore.ABSENT, Optional.of(Duration.ofDays(1)))));
    }

    /** One method of a store. */
    interface Use {
        void of(StateStore store);
    }

    @ParameterizedTest
    @MethodSource("uses")
    void givenClosedPool_whenUsingStore_thenSaysSoWithoutTheValue(Use use) {
        pool.dispose();

        assertThatExceptionOfType(StateStoreException.class)
                .isThrownBy(() -> use.of(store))
                .withMessageContaining("state store")
                .satisfies(failure -> assertThat(failure).hasStackTraceContaining("state store"))
                .satisfies(failure -> assertThat(failure.toString()).doesNotContain("confidential"));
    }

    @Test
    void givenRefusingServer_whenOpening_thenSaysTheStoreFailed() {
        StoreDatabase nobody = new StoreDatabase("jdbc:postgresql://127.0.0.1:1/nowhere", "nobody", "secret-word");

        assertThatExceptionOfType(StateStoreException.class)
                .isThrownBy(() -> JdbcStateStore.create(nobody.open()))
                .satisfies(failure -> assertThat(failure.toString()).doesNotContain("secret-word"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01"})
    void givenDeadlock_whenUsingTheStore_thenRepeats(String state) {
        AtomicInteger failures = new AtomicInteger(3);
        StateStore failing = JdbcStateStore.create(failingToExecute(state, failures));

        uses().forEach(use -> {
            failures.set(3);
            use.getPayload().of(failing);
        });

        assertThat(failures.get()).isLessThanOrEqualTo(0);
    }

    @Test
    void givenDeadlockThatStays_whenCommitting_thenFailsInTheEnd() {
        AtomicInteger failures = new AtomicInteger();
        StateStore failing = JdbcStateStore.create(failingToExecute("40001", failures));
        failures.set(1_000);

        assertThatExceptionOfType(StateStoreException.class).isThrownBy(() -> failing.commit(twoKeys()));

        assertThat(failures).hasValue(1_000 - 8);
        failures.set(0);
        assertThat(failing.stream("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"40003", "08006", "57014", "HY000"})
    void givenOtherFailure_whenCommitting_thenIsNotRepeated(String state) {
        AtomicInteger failures = new AtomicInteger();
        StateStore failing = JdbcStateStore.create(failingToExecute(state, failures));
        failures.set(1);

        assertThatExceptionOfType(StateStoreException.class).isThrownBy(() -> failing.commit(twoKeys()));

        assertThat(failing.stream("")).isEmpty();
    }

    @Test
    void givenConnectionBroken_whenCommitting_thenNothingIsHalf() {
        AtomicInteger failures = new AtomicInteger(1);
        StateStore failing = JdbcStateStore.create(Breaking.before(pool, method -> {
            if ((method.equals("commit") || method.equals("rollback")) && failures.getAndDecrement() > -1) {
                throw new SQLException("connection broken", "08006");
            }
        }));

        assertThatExceptionOfType(StateStoreException.class)
                .isThrownBy(() -> failing.commit(twoKeys()))
                .withMessage("the state store could not commit");

        assertThat(store.stream("")).isEmpty();
        assertThat(store.commit(twoKeys())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"setAutoCommit", "close"})
    void givenBreakAfterCommit_whenCommitting_thenIsCommitted(String broken) {
        AtomicBoolean isCommitted = new AtomicBoolean();
        StateStore failing = JdbcStateStore.create(Breaking.before(pool, method -> {
            if (isCommitted.get() && method.equals(broken)) {
                throw new SQLException("connection broken", "08006");
            }
            isCommitted.compareAndSet(false, method.equals("commit"));
        }));

        assertThat(failing.commit(twoKeys())).isPresent();

        assertThat(store.stream("")).hasSize(2);
    }

    @Test
    void givenForeignConstraint_whenItRefuses_thenValueIsNotShown() {
        StoreDatabase database = StoreDatabase.postgres();
        StateStore refusing = JdbcStateStore.create(database.openPooled());
        database.execute("alter table mostik_state add constraint short check (length(state_value) < 5)");

        assertThatExceptionOfType(StateStoreException.class)
                .isThrownBy(() -> refusing.put("key", "confidential"))
                .satisfies(failure ->
                        assertThat(stackTrace(failure)).contains("23514").doesNotContain("confidential"));
    }

    @Test
    void givenFailingStore_whenEventComes_thenVendorSendsAgain() {
        pool.dispose();

        WebhookReply reply = once.handle(event(), handled::add);

        assertThat(reply.status()).isEqualTo(500);
        assertThat(handled).isEmpty();
    }

    @Test
    void givenStoreFailure_whenEventWasHandled_thenVendorIsToldSo() {
        WebhookReply reply = once.handle(event(), event -> {
            handled.add(event);
            pool.dispose();
        });

        assertThat(reply.status()).isEqualTo(200);
        assertThat(handled).containsExactly("event");
    }

    @Test
    void givenStoreFailure_whenHandlerFails_thenVendorSendsAgain() {
        WebhookReply reply = once.handle(event(), event -> {
            pool.dispose();
            throw new IllegalStateException("handler");
        });

        assertThat(reply.status()).isEqualTo(500);
    }

    private static WebhookRequest event() {
        return new WebhookRequest("POST", "", Map.of(), "event".getBytes());
    }

    private DataSource failingToExecute(String state, AtomicInteger failures) {
        return Breaking.before(pool, method -> {
            if (method.startsWith("execute") && failures.getAndDecrement() > 0) {
                throw new SQLException("made by the test", state);
            }
        });
    }

    private static List<StateStore.Change> twoKeys() {
        return List.of(
                new StateStore.Write("b", "1", StateStore.ABSENT, Optional.empty()),
                new StateStore.Write("c", "1", StateStore.ABSENT, Optional.empty()));
    }

    private static String stackTrace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
