package io.mostik.bridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.Fields;
import io.mostik.bridge.Person.Role;
import io.mostik.bridge.intent.IntentKey;
import io.mostik.bridge.intent.IntentRequest;
import io.mostik.bridge.intent.Intents;
import io.mostik.bridge.server.config.ConfigReader;
import io.mostik.bridge.server.page.Asker;
import io.mostik.bridge.server.page.Question;
import io.mostik.testing.tbank.TBankSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trouble of several at a time, as metrics and page of the running program show it. */
class ProgramMetricsTest {

    @TempDir
    Path folder;

    @Test
    void givenTwoHeldBases_whenMetricsAreRead_thenBothAreNamedAndNoOther() throws Exception {
        try (RunningBridge running = RunningBridge.start(ConfigReader.read(settings("")))) {
            Intents intents = running.bridge().intents();
            intents.behind("alpha", intents.lastEvent("alpha") + 7);
            intents.behind("gamma", intents.lastEvent("gamma") + 9);

            assertThat(metrics(running))
                    .contains(
                            "\nmostik_bridge_base_held{base=\"alpha\"} 1\n",
                            "\nmostik_bridge_base_held{base=\"beta\"} 0\n",
                            "\nmostik_bridge_base_held{base=\"gamma\"} 1\n");
            Map<String, Object> now = now(running);
            assertThat(now).containsEntry("needsPerson", 2L);
            assertThat(String.valueOf(now.get("heldBases")))
                    .contains("base=alpha", "base=gamma")
                    .doesNotContain("beta");
        }
    }

    @Test
    void givenKeyThatTheVendorRefuses_whenMetricsAreRead_thenItsConnectionIsNamed() throws Exception {
        try (TBankSimulator bank = TBankSimulator.start()) {
            Files.writeString(folder.resolve("good.token"), bank.token());
            Files.writeString(folder.resolve("wrong.token"), "not-the-token-0123456789");
            String connections =
                    "connections:\n" + connection("well", "good.token", bank) + connection("ill", "wrong.token", bank);
            try (RunningBridge running = RunningBridge.start(ConfigReader.read(settings(connections)))) {
                assertThat(metrics(running)).contains("\nmostik_bridge_connection_refused{connection=\"ill\"} 0\n");

                ask(running, "ill");

                assertThat(metrics(running))
                        .contains(
                                "\nmostik_bridge_connection_refused{connection=\"ill\"} 1\n",
                                "\nmostik_bridge_connection_refused{connection=\"well\"} 0\n");
                assertThat(String.valueOf(now(running).get("connections")))
                        .contains("name=well, vendor=tbank, lamp=quiet", "lamp=trouble, why=keyRefused");
            }
        }
    }

    private static void ask(RunningBridge running, String connection) {
        var unused = running.bridge()
                .intents()
                .accept(IntentRequest.of(
                        IntentKey.of("alpha", "cards.limit.grant", "d-1"),
                        connection,
                        Fields.of("card", Long.toString(TBankSimulator.PLASTIC_CARD))
                                .with("order", "order-1")
                                .with("sum", "10")));
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!running.bridge().refusedConnections().containsKey(connection) && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private static String connection(String name, String token, TBankSimulator bank) {
        return "  " + name + ": {vendor: tbank, address: \"" + bank.ordinaryUri() + "\", secured: \""
                + bank.securedUri() + "\", token: \"file:" + token + "\"}\n";
    }

    private Path settings(String more) throws IOException {
        StringBuilder bases = new StringBuilder();
        for (String base : new String[] {"alpha", "beta", "gamma"}) {
            Files.writeString(folder.resolve(base + ".key"), base + "-key-0123456789-0123456789-abcdef");
            bases.append("- {name: ")
                    .append(base)
                    .append(", key: \"file:")
                    .append(base)
                    .append(".key\", may: [\"*\"]}\n");
        }
        return Files.writeString(
                folder.resolve(ConfigReader.FILE),
                "store: {url: \"h2:data\"}\nlisten: {gateway: \"127.0.0.1:0\", page: \"127.0.0.1:0\"}\nbases:\n" + bases
                        + more);
    }

    private static Map<String, Object> now(RunningBridge running) {
        return running.office().answer("now", false, new Question(Map.of()), new Asker("test", Role.VIEWER, "en"));
    }

    private static String metrics(RunningBridge running) throws Exception {
        URI address = URI.create(running.uri("page").orElseThrow() + "/metrics");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }
}
