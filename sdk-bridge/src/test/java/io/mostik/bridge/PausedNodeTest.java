package io.mostik.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.intent.Intent;
import io.mostik.bridge.intent.Intents;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes on one PostgreSQL; one is paused for longer than lease, settling time and four heartbeats together, wherever
 * it is, and wakes up again while the other has taken over. Nothing happens twice in silence: what happened twice, because
 * the pause was between the last check and the socket, is told as unknown. {@code -Dmostik.bridge.pauses} says how often.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class PausedNodeTest {

    private static final int PAUSES = Integer.getInteger("mostik.bridge.pauses", 1);
    private static final long SEED = Long.getLong("mostik.seed", 20_261_201L);
    private static final int DOCUMENTS = 300;
    private static final int LOOKS = 2_400;
    private static final Duration PAUSE =
            SocketVendor.LEASE.plus(SocketVendor.SETTLING).plusSeconds(5);

    private final Random random = new Random(SEED);

    @TempDir
    Path folder;

    @Test
    void givenPausedNode_whenItWakesUp_thenNothingHappensTwiceInSilence() throws Exception {
        int doubled = 0;
        for (int round = 0; round < PAUSES; round++) {
            doubled += pauseOne(BridgeStore.postgres());
        }
        System.out.println("bridge on PostgreSQL, one of two nodes paused " + PAUSES + " times with seed " + SEED + ": "
                + PAUSES * DOCUMENTS + " intents, doubled and told " + doubled + ", doubled in silence 0, lost 0");
    }

    /** Returns how many happened twice and were told. */
    private int pauseOne(BridgeStore store) throws Exception {
        List<Process> nodes = new ArrayList<>();
        try (SocketVendor vendor = new SocketVendor(random.nextLong())) {
            nodes.add(BridgeProgram.start(store, vendor.port(), folder.resolve("errors")));
            nodes.add(BridgeProgram.start(store, vendor.port(), folder.resolve("errors")));
            List<CallerLine> lines = List.of(CallerLine.to(nodes.get(0)), CallerLine.to(nodes.get(1)));
            for (int i = 0; i < DOCUMENTS; i++) {
                String document = "d-" + i;
                assertThat(lines.get(i % 2).ask("accept base " + document + " " + i / 2 + " 10"))
                        .isNotBlank();
            }
            boolean unusedEarly = nodes.get(0).waitFor(random.nextInt(500), TimeUnit.MILLISECONDS);
            signal("-STOP", nodes.get(0));
            boolean unused = nodes.get(0).waitFor(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            signal("-CONT", nodes.get(0));
            for (int looks = 0; looks < LOOKS && !lines.get(1).ask("working").equals("0"); looks++) {
                boolean unusedLook = nodes.get(1).waitFor(100, TimeUnit.MILLISECONDS);
            }
            nodes.forEach(node -> node.toHandle().destroyForcibly());
            return count(store, vendor.books());
        } finally {
            nodes.forEach(Process::destroyForcibly);
        }
    }

    private static int count(BridgeStore store, Map<String, Integer> books) {
        JdbcConnectionPool pool = store.pool();
        try {
            Intents intents = Bridge.builder(pool).build().intents();
            Map<String, Intent> told = intents.events("base", 0, 1_000).stream()
                    .collect(Collectors.toMap(intent -> intent.key().document(), intent -> intent));
            List<String> doubled = books.entrySet().stream()
                    .filter(entry -> entry.getValue() > 1)
                    .map(Map.Entry::getKey)
                    .toList();
            List<String> silent = doubled.stream()
                    .filter(document -> told.get(document).state().isEnd())
                    .toList();
            assertThat(books.size()).as("lost, seed %d", SEED).isEqualTo(DOCUMENTS);
            assertThat(silent).as("doubled in silence, seed %d", SEED).isEmpty();
            assertThat(told.size()).as("told, seed %d", SEED).isEqualTo(DOCUMENTS);
            assertThat(told.values().stream().filter(intent -> !intent.state().isEnd()))
                    .as("unknown, seed %d", SEED)
                    .hasSameSizeAs(doubled);
            return doubled.size();
        } finally {
            pool.dispose();
        }
    }

    private static void signal(String name, Process node) throws Exception {
        int status = new ProcessBuilder("kill", name, Long.toString(node.pid()))
                .inheritIO()
                .start()
                .waitFor();
        assertThat(status).as("kill %s", name).isZero();
    }
}
