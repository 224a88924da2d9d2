package io.mostik.examples;

import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.datahub.HubConnection;
import io.mostik.datahub.remonline.RemOnlineConnector;
import io.mostik.remonline.RemOnline;
import io.mostik.testing.SimulatedClock;
import io.mostik.testing.remonline.RemOnlineSimulator;
import java.util.Optional;

/**
 * Where the story of the hub happens: at RemOnline if {@code MOSTIK_REMONLINE_KEY} is set, else at a simulator.
 *
 * @param hub the connection, without a key as yet
 * @param key the API key
 * @param location the name of the location to report on
 * @param simulator the vendor, where it is one of ours
 */
record HubEnv(HubConnection hub, Secret key, String location, Optional<RemOnlineSimulator> simulator)
        implements AutoCloseable {

    static HubEnv open() {
        return Variables.has("MOSTIK_REMONLINE_KEY") ? atVendor() : atSimulator();
    }

    private static HubEnv atVendor() {
        return new HubEnv(
                at(Variables.get("MOSTIK_REMONLINE_URL", "https://api.roapp.io/v2")),
                Secret.fromEnv("MOSTIK_REMONLINE_KEY"),
                Variables.get("MOSTIK_REMONLINE_LOCATION"),
                Optional.empty());
    }

    private static HubEnv atSimulator() {
        RemOnlineSimulator vendor = RemOnlineSimulator.start(0, SimulatedClock.running());
        vendor.unlimited();
        vendor.setup().location(31, "Тверь").location(32, "Москва");
        order(vendor, 5100205, 31, "1000.00", "400.00");
        order(vendor, 5100206, 31, "500.00", "0.00");
        order(vendor, 5100201, 31, "300.00", "120.00");
        order(vendor, 5100205, 32, "900.00", "300.00");
        return new HubEnv(at(vendor.v2Uri().toString()), Secret.of(vendor.apiKey()), "Тверь", Optional.of(vendor));
    }

    private static void order(RemOnlineSimulator vendor, long status, long location, String total, String cost) {
        vendor.seedOrder(seed -> seed.status(status).location(location).item(501, "1", total, cost));
    }

    private static HubConnection at(String address) {
        RemOnlineConnector connector = RemOnlineConnector.of(
                key -> RemOnline.builder().apiKey(key).baseUri(address).build());
        return HubConnection.builder(StateStore.inMemory(), connector).build();
    }

    @Override
    public void close() {
        hub.close();
        simulator.ifPresent(RemOnlineSimulator::close);
    }
}
