package io.mostik.bridge.link;

import io.mostik.bridge.Bridge;
import io.mostik.bridge.BridgeBuilder;
import io.mostik.bridge.BridgeStore;
import io.mostik.bridge.Connections;
import io.mostik.bridge.action.Action;
import io.mostik.bridge.store.StoredJson;
import io.mostik.bridge.trigger.BridgeEvent;
import io.mostik.bridge.trigger.HookRoutes;
import io.mostik.bridge.trigger.Triggers;
import io.mostik.core.Secret;
import io.mostik.core.test.ManualTime;
import io.mostik.pbx.vcclive.VccLive;
import io.mostik.pbx.vcclive.links.AudienceWebhooks;
import io.mostik.pbx.vcclive.webhooks.VccWebhooks;
import io.mostik.salesautopilot.SalesAutopilot;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.h2.jdbcx.JdbcConnectionPool;

/** Links over a bridge on a real database, by a clock that a test moves; nothing runs by itself. */
final class LinkLab implements AutoCloseable {

    private static final String NOWHERE = "http://127.0.0.1:1";
    private static final VccLive CALLCENTRE = VccLive.builder()
            .customer("acme")
            .token(Secret.of("t"))
            .baseUri(NOWHERE)
            .build();
    private static final SalesAutopilot LETTERS = SalesAutopilot.builder()
            .keyPair("u", Secret.of("p"))
            .baseUri(NOWHERE)
            .build();
    static final String SIGNALS = """
        links:
        - name: signals
          on: base.signal
          do: test.add
          to: callcentre
          map: {phone: {from: phone, as: phone, required: true}}
        """;
    static final ZoneId BUDAPEST = ZoneId.of("Europe/Budapest");

    final ManualTime time = new ManualTime();
    final LinkAction add = LinkAction.of("test.add", "vcc");
    final LinkAction put = LinkAction.of("test.put", "salesautopilot");
    final JdbcConnectionPool pool;
    final Bridge bridge;
    final BridgeLinks links;

    LinkLab(BridgeStore store, String yaml) {
        this(store, yaml, builder -> builder);
    }

    LinkLab(BridgeStore store, String yaml, UnaryOperator<BridgeBuilder> more) {
        pool = store.pool();
        bridge = more.apply(Bridge.builder(pool))
                .time(time)
                .zone(BUDAPEST)
                .connections(Connections.none()
                        .with("callcentre", "vcc", CALLCENTRE)
                        .with("letters", "salesautopilot", LETTERS))
                .actions(context -> List.<Action>of(add, put))
                .build();
        links = BridgeLinks.over(bridge, LinkFile.read(yaml), routes(), BUDAPEST);
    }

    static HookRoutes routes() {
        return HookRoutes.none()
                .mailchimp(
                        "newsletter",
                        AudienceWebhooks.builder().secret("key", Secret.of("s")).build())
                .vcc(
                        "callcentre",
                        VccWebhooks.builder().secret("key", Secret.of("s")).build());
    }

    /** Tells the links of something, and lets them take it. */
    void tell(String id, Map<String, ?> data) {
        tell(new BridgeEvent(Triggers.SIGNAL, "", id, time.now(), StoredJson.plain(data)));
    }

    void tell(BridgeEvent event) {
        boolean unused = links.events().accept(event);
        int handled = links.runDue();
    }

    static BridgeEvent audience(String type, String email, Instant at) {
        return new BridgeEvent(
                "mailchimp.subscriber",
                "newsletter",
                type + " " + email + " " + at,
                at,
                StoredJson.plain(Map.of(
                        "type", type, "email", email, "merges", Map.of("PHONE", "+36301112233", "FNAME", "Nóra"))));
    }

    Run last(String link) {
        return links.history(link, Optional.empty(), 1).get(0);
    }

    @Override
    public void close() {
        links.close();
        bridge.close();
        pool.dispose();
    }
}
