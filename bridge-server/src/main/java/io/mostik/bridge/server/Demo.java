package io.mostik.bridge.server;

import io.mostik.bridge.Fields;
import io.mostik.bridge.intent.Intent;
import io.mostik.bridge.intent.IntentKey;
import io.mostik.bridge.intent.IntentRequest;
import io.mostik.bridge.intent.Intents;
import io.mostik.bridge.server.config.ConfigReader;
import io.mostik.testing.Simulator;
import io.mostik.testing.remonline.RemOnlineSimulator;
import io.mostik.testing.salesautopilot.SalesAutopilotSimulator;
import io.mostik.testing.tbank.TBankSimulator;
import io.mostik.testing.vcclive.VccLiveSimulator;
import io.mostik.testing.vipex.VipexSimulator;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** The program against simulated vendors in the same process, with its settings in a folder that is removed at the end. */
final class Demo implements AutoCloseable {

    /** An employee of the demo, who holds {@link TBankSimulator#VIRTUAL_CARD}. */
    static final String EMPLOYEE = "5f0b2c1e-3d4a-11ee-9c1d-0050569a0001";

    private final Path folder;
    private final List<Simulator> vendors;
    private final RunningBridge bridge;
    private final String key;
    private final String personKey;

    private Demo(Path folder, List<Simulator> vendors, RunningBridge bridge, String key, String personKey) {
        this.folder = folder;
        this.vendors = vendors;
        this.bridge = bridge;
        this.key = key;
        this.personKey = personKey;
    }

    /** Starts vendors on free ports, and the bridge on these; 0 takes free ones. */
    static Demo start(int gatewayPort, int pagePort) throws IOException {
        TBankSimulator bank = TBankSimulator.start();
        VccLiveSimulator calls = VccLiveSimulator.start();
        RemOnlineSimulator shop = RemOnlineSimulator.start();
        SalesAutopilotSimulator letters = SalesAutopilotSimulator.start();
        VipexSimulator pbx = VipexSimulator.start();
        List<Simulator> vendors = List.of(bank, calls, shop, letters, pbx);
        Path folder = Files.createTempDirectory("mostik-bridge-demo");
        String key = LocalDoor.newKey().reveal();
        String personKey = LocalDoor.newKey().reveal();
        secret(folder, "base.key", key);
        secret(folder, "person.key", personKey);
        secret(folder, "bank.token", bank.token());
        secret(folder, "calls.token", calls.token());
        secret(folder, "shop.key", shop.apiKey());
        secret(folder, "letters.password", letters.password());
        secret(folder, "pbx.password", pbx.password());
        Path file = Files.createFile(folder.resolve(ConfigReader.FILE), LocalDoor.private600());
        Files.writeString(file, """
            # Written for a trial: every vendor is simulated, and all of it is removed at the end.
            store: {url: "h2:data"}
            listen: {gateway: "127.0.0.1:%d", page: "127.0.0.1:%d"}
            zone: Europe/Moscow
            bases: [{name: demo, key: "file:base.key", language: en, may: ["*"]}]
            connections:
              bank: {vendor: tbank, address: "%s", secured: "%s", token: "file:bank.token"}
              calls: {vendor: vcc, customer: "%s", address: "%s", token: "file:calls.token", region: HU}
              shop: {vendor: remonline, address: "%s", key: "file:shop.key"}
              letters: {vendor: salesautopilot, user: "%s", address: "%s", password: "file:letters.password"}
              pbx: {vendor: vipex, user: "%s", address: "%s", password: "file:pbx.password", region: HU}
            people: [{name: Demo, key: "file:person.key", role: approver}]
            links:
            - name: leavers-lose-cards
              on: base.signal
              do: cards.dismiss
              to: bank
              when: [{field: signal, is: person.left}]
              map: {employee: {from: employee, required: true}}
            """.formatted(
                        gatewayPort,
                        pagePort,
                        bank.ordinaryUri(),
                        bank.securedUri(),
                        calls.customer(),
                        calls.uri(),
                        shop.v2Uri(),
                        letters.username(),
                        letters.server().uri(),
                        pbx.username(),
                        pbx.server().uri()));
        RunningBridge bridge = RunningBridge.start(ConfigReader.read(file));
        noteHolder(bridge);
        return new Demo(folder, vendors, bridge, key, personKey);
    }

    private static void noteHolder(RunningBridge bridge) {
        Intents intents = bridge.bridge().intents();
        Intent noted = intents.accept(IntentRequest.of(
                        IntentKey.of(
                                "demo", "cards.holder.note", UUID.randomUUID().toString()),
                        "bank",
                        Fields.of("card", Long.toString(TBankSimulator.VIRTUAL_CARD))
                                .with("employee", EMPLOYEE)))
                .intent();
        Intent unused = intents.await(noted.id(), Duration.ofSeconds(20));
    }

    private static void secret(Path folder, String name, String value) throws IOException {
        Files.writeString(Files.createFile(folder.resolve(name), LocalDoor.private600()), value);
    }

    URI gateway() {
        return bridge.uri("gateway").orElseThrow();
    }

    /** Returns the address of the page, with the key of a person in the part that a browser keeps to itself. */
    URI page() {
        return URI.create(bridge.uri("page").orElseThrow() + "/#key=" + personKey);
    }

    String key() {
        return key;
    }

    Path config() {
        return folder.resolve(ConfigReader.FILE);
    }

    RunningBridge bridge() {
        return bridge;
    }

    TBankSimulator bank() {
        return vendor(TBankSimulator.class);
    }

    <V extends Simulator> V vendor(Class<V> type) {
        return vendors.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    /** Prints what to try. The keys open simulated vendors only, so they may be shown. */
    void explain(PrintWriter out) {
        out.println("Every vendor is simulated; all of it is forgotten when the program ends.");
        out.println("The page:      " + page());
        out.println("The settings:  " + config());
        out.println();
        out.println("An employee leaves, and the card is blocked. With curl:");
        out.println("  curl -H 'Authorization: Bearer " + key + "' -d '{\"document\":\"" + UUID.randomUUID()
                + "\",\"employee\":\"" + EMPLOYEE + "\",\"wait\":20}' " + gateway() + "/v1/actions/cards.dismiss");
        out.println();
        out.println("What happened since, as a base asks for it:");
        out.println("  curl -H 'Authorization: Bearer " + key + "' '" + gateway() + "/v1/events?after=0'");
        out.println();
        out.println("The same in PHP:");
        out.println("  <?php echo file_get_contents('" + gateway() + "/v1/actions/cards.dismiss', false,");
        out.println("    stream_context_create(['http' => ['method' => 'POST', 'ignore_errors' => true,");
        out.println("      'header' => ['Authorization: Bearer " + key + "', 'Content-Type: application/json'],");
        out.println("      'content' => json_encode(['document' => '" + UUID.randomUUID() + "', 'employee' => '"
                + EMPLOYEE + "'])]]));");
        out.println();
        out.println("The same in 1C:");
        out.println("  Соединение = Новый HTTPСоединение(\"" + gateway().getHost() + "\", "
                + gateway().getPort() + ", , , , 30);");
        out.println("  Запрос = Новый HTTPЗапрос(\"/v1/actions/cards.dismiss\");");
        out.println("  Запрос.Заголовки.Вставить(\"Authorization\", \"Bearer " + key + "\");");
        out.println("  Запрос.УстановитьТелоИзСтроки(\"{\"\"document\"\":\"\"" + UUID.randomUUID()
                + "\"\",\"\"employee\"\":\"\"" + EMPLOYEE + "\"\"}\");");
        out.println("  Сообщить(Соединение.ОтправитьДляОбработки(Запрос).ПолучитьТелоКакСтроку());");
        out.println();
        out.println("In another window:");
        out.println("  mostik-bridge open -c " + config());
        out.println("  mostik-bridge doctor -c " + config());
        out.println();
        out.println("Ctrl+C ends it.");
    }

    @Override
    public void close() throws IOException {
        bridge.close();
        vendors.forEach(Simulator::close);
        Unzip.remove(folder);
    }
}
