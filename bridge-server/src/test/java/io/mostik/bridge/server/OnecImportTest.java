package io.mostik.bridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.intent.Intent;
import io.mostik.bridge.intent.IntentKey;
import io.mostik.bridge.intent.IntentRequest;
import io.mostik.bridge.intent.IntentState;
import io.mostik.bridge.server.config.ConfigReader;
import io.mostik.core.JdbcStateStore;
import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnecImportTest {

    private static final String EMPLOYEE = "5f0b2c1e-3d4a-11ee-9c1d-0050569a0001";

    @TempDir
    Path folder;

    @Test
    void givenFolderOfTheEarlierBridge_whenTaken_thenItsDocumentsAreAnsweredAndNothingIsSent() throws IOException {
        Path old = Files.createDirectories(folder.resolve("old"));
        earlierBridge(old);
        Path config = Files.writeString(folder.resolve("mostik-bridge.yaml"), """
            bases: [{name: zup, key: "file:base.key", may: [cards.*]}]
            connections: {bank: {vendor: tbank, token: "file:base.key"}}
            """);
        Files.writeString(folder.resolve("base.key"), "k".repeat(40));

        String first = run(
                Main.PERSON,
                "import-onec",
                old.toString(),
                "--base",
                "zup",
                "--connection",
                "bank",
                "-c",
                config.toString());
        String again =
                run(0, "import-onec", old.toString(), "--base", "zup", "--connection", "bank", "-c", config.toString());

        assertThat(first).contains("2 ended, 1 need a person, 1 holders are noted again, 1 were left out");
        assertThat(again).contains("0 ended, 0 need a person, 0 holders are noted again, 5 were left out");
        try (RunningBridge bridge = RunningBridge.openOnly(ConfigReader.read(config))) {
            var intents = bridge.bridge().intents();
            Intent grant = intents.find(IntentKey.of("zup", "cards.limit.grant", id(1)))
                    .orElseThrow();
            assertThat(grant.state()).isEqualTo(IntentState.DONE);
            assertThat(grant.fields().text("sum")).isEqualTo("1450.50");
            assertThat(intents.find(IntentKey.of("zup", "cards.dismiss", id(2))).map(Intent::state))
                    .contains(IntentState.UNKNOWN);
            assertThat(intents.find(IntentKey.of("zup", "cards.limit.close", id(3)))
                            .map(Intent::state))
                    .contains(IntentState.REFUSED);
            assertThat(intents.find(IntentKey.of("zup", "cards.holder.note", id(4)))
                            .map(Intent::state))
                    .contains(IntentState.ACCEPTED);
            var same = intents.accept(IntentRequest.of(grant.key(), "bank", grant.fields()));
            assertThat(same.earlier()).isTrue();
            assertThat(same.intent().id()).isEqualTo(grant.id());
        }
    }

    private static void earlierBridge(Path old) {
        JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:file:" + old.resolve("bridge"), "", "");
        StateStore store = JdbcStateStore.create(pool, TimeSource.system());
        String grant = "{\"kind\":\"GRANT\",\"card\":1000000042,\"order\":\"1001\",\"sum\":1450.50}";
        write(store, 1, grant, "DONE");
        write(store, 2, "{\"kind\":\"DISMISS\",\"employee\":\"" + EMPLOYEE + "\"}", "STARTED");
        write(store, 3, "{\"kind\":\"CLOSE\",\"card\":1000000042,\"order\":\"1001\"}", "REFUSED");
        write(store, 4, "{\"kind\":\"HOLDER\",\"card\":1000000042,\"employee\":\"" + EMPLOYEE + "\"}", "DONE");
        write(store, 5, "{\"kind\":\"NOTICE\",\"note\":\"withdrawn\"}", "DONE");
        pool.dispose();
    }

    private static void write(StateStore store, int number, String task, String state) {
        String intent = "{\"document\":\"" + id(number) + "\",\"errand\":" + task + ",\"state\":\"" + state
                + "\",\"message\":\"m\",\"since\":\"2026-11-20T03:47:42.619887001Z\",\"open\":false}";
        assertThat(store.write("onec/intent/" + id(number), intent, StateStore.ABSENT, Optional.empty()))
                .isPresent();
    }

    private static String id(int number) {
        return "0f6b0000-0000-0000-0000-00000000000" + number;
    }

    private static String run(int code, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        int ended = Main.run(stream, stream, arguments);
        String said = out.toString(StandardCharsets.UTF_8);
        assertThat(ended).as(said).isEqualTo(code);
        return said;
    }
}
