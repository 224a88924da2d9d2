package io.mostik.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.Bridge;
import io.mostik.bridge.Fields;
import io.mostik.bridge.TestAction;
import io.mostik.bridge.action.ActionResult;
import io.mostik.bridge.intent.IntentKey;
import io.mostik.bridge.intent.IntentRequest;
import io.mostik.bridge.store.CutDisk.Loss;
import io.mostik.core.StateStoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What a killed process leaves of an H2 file, taken at random writes while callers accept and note: in each of these files
 * every index shows the rows of its table. {@code -Dmostik.bridge.images=5000} tries as many, {@code -Dmostik.seed} repeats
 * the choice of writes. Without turns to write about one in a thousand fails.
 */
@Timeout(1800)
class KilledFileTest {

    private static final int IMAGES = Integer.getInteger("mostik.bridge.images", 40);
    private static final long SEED = Long.getLong("mostik.seed", 20_261_201L);
    private static final int CALLERS = 8;
    private static final int DOCUMENTS = 120;
    private static final int ONE_IN = 6;

    private final Random random = new Random(SEED);

    @Test
    void givenCallers_whenKilledAtAnyWrite_thenIndexesFitTheirTables() throws Exception {
        CutDisk.register();
        int images = 0;
        List<String> damaged = new ArrayList<>();
        for (int round = 0; images < IMAGES; round++) {
            for (String image : images("killed" + round)) {
                images++;
                damage(image).ifPresent(damaged::add);
            }
        }

        System.out.printf("H2 file killed at %d writes with seed %d: %d damaged%n", images, SEED, damaged.size());
        assertThat(damaged).as("of %d, seed %d", images, SEED).isEmpty();
    }

    private Queue<String> images(String name) throws Exception {
        Queue<String> images = new ConcurrentLinkedQueue<>();
        JdbcConnectionPool pool = pool("cut:memFS:" + name);
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            Bridge bridge = Bridge.builder(pool)
                    .actions(context -> List.of(TestAction.of(call -> ActionResult.done("done"))))
                    .build();
            CutDisk.onWrite(name, () -> {
                if (random.nextInt(ONE_IN) == 0) {
                    images.add(copy(name, name + "-" + images.size()));
                }
            });
            AtomicInteger next = new AtomicInteger();
            List<Callable<Void>> calls = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                calls.add(() -> {
                    for (int number = next.getAndIncrement(); number < DOCUMENTS; number = next.getAndIncrement()) {
                        bridge.intents().accept(request(number));
                        bridge.store().put("note " + number, "written");
                    }
                    return null;
                });
            }
            for (Future<Void> call : callers.invokeAll(calls)) {
                call.get();
            }
        } finally {
            callers.shutdownNow();
            pool.dispose();
            CutDisk.forget(name);
        }
        return images;
    }

    private String copy(String name, String image) {
        try {
            CutDisk.cut(name, Loss.KILL, random, image);
            return image;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> damage(String image) {
        JdbcConnectionPool pool = pool("memFS:" + image);
        try (Connection connection = pool.getConnection()) {
            new IndexCheck(connection).run();
            return Optional.empty();
        } catch (SQLException | StateStoreException e) {
            return Optional.of(image + ": " + e.getMessage());
        } finally {
            pool.dispose();
            CutDisk.forget(image);
        }
    }

    private static IntentRequest request(int number) {
        return IntentRequest.of(
                IntentKey.of("base-" + number % CALLERS, "test.act", "d-" + number),
                "",
                Fields.of("sum", "1450.50").with("card", "card " + number));
    }

    private static JdbcConnectionPool pool(String address) {
        JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:" + address + ";MODE=PostgreSQL", "", "");
        pool.setMaxConnections(20);
        return pool;
    }
}
