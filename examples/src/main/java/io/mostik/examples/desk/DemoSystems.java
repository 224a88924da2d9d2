package io.mostik.examples.desk;

import io.mostik.core.Secret;
import io.mostik.core.TimeSource;
import io.mostik.pbx.vcclive.VccLive;
import io.mostik.remonline.RemOnline;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.testing.SimulatedClock;
import io.mostik.testing.remonline.RemOnlineSimulator;
import io.mostik.testing.salesautopilot.SalesAutopilotSimulator;
import io.mostik.testing.vcclive.VccLiveSimulator;
import java.time.Duration;
import java.util.Map;

/** RemOnline, VCC Live and SalesAutopilot, simulated, each with something to show of the desk's customers. Thread-safe. */
final class DemoSystems implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final long PROJECT = 134;
    private static final long AGENT = 17;
    private static final long SALE = 12;

    private final RemOnlineSimulator repairs;
    private final VccLiveSimulator centre;
    private final SalesAutopilotSimulator marketing;
    private final CustomerSystems.Clients clients;

    private DemoSystems(SimulatedClock clock, TimeSource time) {
        this.repairs = RemOnlineSimulator.start(0, clock);
        this.centre = VccLiveSimulator.start(0, clock);
        this.marketing = SalesAutopilotSimulator.start(0, clock);
        this.clients = new CustomerSystems.Clients(
                RemOnline.builder()
                        .baseUri(repairs.v2Uri().toString())
                        .apiKey(Secret.of(repairs.apiKey()))
                        .http(http -> http.time(time).deadline(LONGEST))
                        .build(),
                VccLive.builder()
                        .customer(centre.customer())
                        .token(Secret.of(centre.token()))
                        .baseUri(centre.uri().toString())
                        .http(http -> http.time(time).deadline(LONGEST))
                        .build(),
                SalesAutopilot.builder()
                        .baseUri(marketing.uri().toString())
                        .keyPair(marketing.username(), Secret.of(marketing.password()))
                        .http(http -> http.time(time).deadline(LONGEST))
                        .build(),
                ListId.of(SalesAutopilotSimulator.NEWSLETTER),
                time);
    }

    /** Starts all three on free ports of loopback, by one clock. */
    static DemoSystems start(SimulatedClock clock, TimeSource time) {
        DemoSystems systems = new DemoSystems(clock, time);
        systems.order("Nóra", "Kovács", "36301112233", "1450.00");
        systems.order("Bence", "Szabó", "36204445566", "380.00");
        systems.centre.cdrDelay(Duration.ZERO);
        systems.call("Kovács Nóra", "+36301112233");
        systems.subscriber("nora.kovacs@example.hu", "Kovács", "1");
        systems.subscriber("bence.szabo@example.hu", "Szabó", "0");
        return systems;
    }

    private void order(String first, String last, String phone, String total) {
        long person = repairs.seedPerson(first, last, phone);
        repairs.seedOrder(order -> order.client(person).total(total));
    }

    private void call(String name, String phone) {
        long record = centre.addRecord(PROJECT, Map.of("name", name, "phone1", phone));
        centre.call(PROJECT, record, AGENT, SALE, "");
    }

    private void subscriber(String email, String name, String active) {
        marketing.addRecord(
                SalesAutopilotSimulator.NEWSLETTER, Map.of("email", email, "mssys_lastname", name, "active", active));
    }

    CustomerSystems.Clients clients() {
        return clients;
    }

    RemOnlineSimulator repairs() {
        return repairs;
    }

    @Override
    public void close() {
        clients.repairs().close();
        clients.centre().close();
        clients.marketing().close();
        repairs.close();
        centre.close();
        marketing.close();
    }
}
