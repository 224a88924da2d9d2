package io.mostik.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.once.ContentPolicy;
import io.mostik.core.once.IdPolicy;
import io.mostik.core.once.Kind;
import io.mostik.core.once.Once;
import io.mostik.core.once.OnceSteps;
import io.mostik.core.once.OnceWrites;
import io.mostik.core.once.OpenWrite;
import io.mostik.core.once.ReadBack;
import io.mostik.core.once.WriteState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ResolvableType;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class OutboxTest {

    private final ApplicationContextRunner byHand =
            Starter.context().withUserConfiguration(Database.class).withPropertyValues("mostik.outbox.enabled=false");

    @Test
    void givenErrorInAHandler_whenRun_thenTheMessageIsTriedAgainLater() {
        byHand.run(context -> {
            Outbox<String> outbox = open(context, message -> {
                throw new StackOverflowError(message);
            });
            put(context, outbox, "m-1");

            context.getBean(OutboxRunner.class).run();

            assertThat(outbox.pending()).extracting(OpenWrite::state).containsExactly(WriteState.PLANNED);
        });
    }

    @Test
    void givenErrorInAHandler_whenRun_thenTheOtherMessagesAreHandled() {
        byHand.run(context -> {
            List<String> handled = new ArrayList<>();
            Outbox<String> outbox = open(context, message -> {
                handled.add(message);
                if (handled.size() == 1) {
                    throw new NoClassDefFoundError(message);
                }
            });
            put(context, outbox, "m-1");
            put(context, outbox, "m-2");

            context.getBean(OutboxRunner.class).run();

            assertThat(handled).containsExactlyInAnyOrder("m-1", "m-2");
        });
    }

    @Test
    void givenErrorInWrites_whenPolled_thenTheScheduleGoesOn() {
        Starter.context()
                .withUserConfiguration(Database.class, Failing.class)
                .withPropertyValues("mostik.outbox.poll=20ms")
                .run(context -> {
                    Failing failing = context.getBean(Failing.class);
                    assertThat(failing.failed.await(20, TimeUnit.SECONDS)).isTrue();

                    ObjectProvider<OnceWrites<String, Void, Boolean>> own =
                            context.getBeanProvider(ResolvableType.forClassWithGenerics(
                                    OnceWrites.class, String.class, Void.class, Boolean.class));
                    boolean unused = own.getObject().plan("w-2", "good");

                    assertThat(failing.sent.await(20, TimeUnit.SECONDS)).isTrue();
                });
    }

    private static Outbox<String> open(ApplicationContext context, Consumer<String> handler) {
        return context.getBean(Outboxes.class).open("letters", String.class, handler);
    }

    private static void put(ApplicationContext context, Outbox<String> outbox, String message) {
        new TransactionTemplate(new DataSourceTransactionManager(context.getBean(DataSource.class)))
                .executeWithoutResult(status -> outbox.put(message, message));
    }

    @Configuration(proxyBeanMethods = false)
    static class Database {

        @Bean
        DataSource dataSource() {
            JdbcDataSource database = new JdbcDataSource();
            database.setURL("jdbc:h2:mem:outbox-" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
            return database;
        }
    }

    /** Writes of the application's own, whose steps throw an error at the first one. */
    @Configuration(proxyBeanMethods = false)
    static class Failing {

        private static final Kind<String, Void, Boolean> KIND = Kind.builder(
                        "own", String.class, Void.class, Boolean.class)
                .ids(IdPolicy.PLAIN)
                .content(ContentPolicy.STORED)
                .lease(Duration.ofSeconds(10))
                .settling(Duration.ZERO)
                .keep(Duration.ofDays(1))
                .build();

        final CountDownLatch failed = new CountDownLatch(1);
        final CountDownLatch sent = new CountDownLatch(1);

        @Bean
        OnceWrites<String, Void, Boolean> own(Once once) {
            OnceWrites<String, Void, Boolean> writes =
                    once.writes(KIND, OnceSteps.of(this::send, asked -> ReadBack.unknown()));
            boolean unused = writes.plan("w-1", "bad");
            return writes;
        }

        private Boolean send(String asked) {
            if (asked.equals("bad")) {
                failed.countDown();
                throw new StackOverflowError(asked);
            }
            sent.countDown();
            return true;
        }
    }
}
