package io.mostik.bridge.link;

import com.sun.net.httpserver.HttpServer;
import io.mostik.bankcards.tbank.Environment;
import io.mostik.bankcards.tbank.TBank;
import io.mostik.bridge.Bridge;
import io.mostik.bridge.BridgeStore;
import io.mostik.bridge.Connections;
import io.mostik.bridge.Fields;
import io.mostik.bridge.intent.Intent;
import io.mostik.bridge.intent.IntentKey;
import io.mostik.bridge.intent.IntentRequest;
import io.mostik.bridge.onec.OnecBase;
import io.mostik.bridge.trigger.HookRoutes;
import io.mostik.core.Secret;
import io.mostik.core.webhook.WebhookHttpHandler;
import io.mostik.pbx.vcclive.VccLive;
import io.mostik.pbx.vcclive.links.AudienceWebhooks;
import io.mostik.pbx.vcclive.webhooks.VccWebhooks;
import io.mostik.pbx.vipex.Vipex;
import io.mostik.remonline.RemOnline;
import io.mostik.remonline.webhooks.RemOnlineWebhooks;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.source.szamlazz.Szamlazz;
import io.mostik.salesautopilot.source.szamlazz.SzamlazzNotices;
import io.mostik.testing.onec.OnecBaseSimulator;
import io.mostik.testing.remonline.RemOnlineSimulator;
import io.mostik.testing.salesautopilot.SalesAutopilotSimulator;
import io.mostik.testing.szamlazz.SzamlazzSimulator;
import io.mostik.testing.tbank.TBankSimulator;
import io.mostik.testing.vcclive.VccLiveSimulator;
import io.mostik.testing.vipex.VipexSimulator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.h2.jdbcx.JdbcConnectionPool;

/** A ready link between simulated vendors: a running bridge, and a real server that vendors post to. */
final class StoryLab implements AutoCloseable {

    static final String SECRET = "hook-secret-0123456789";
    private static final ZoneId ZONE = ZoneId.of("Europe/Budapest");
    private static final Duration LONGEST = Duration.ofSeconds(20);

    final VccLiveSimulator vcc = VccLiveSimulator.start();
    final SalesAutopilotSimulator letters = SalesAutopilotSimulator.start();
    final RemOnlineSimulator workshop = RemOnlineSimulator.start();
    final VipexSimulator pbx = VipexSimulator.start();
    final SzamlazzSimulator invoices = SzamlazzSimulator.start();
    final TBankSimulator bank = TBankSimulator.start();
    final OnecBaseSimulator zup = OnecBaseSimulator.start();
    final Bridge bridge;
    final BridgeLinks links;
    private final JdbcConnectionPool pool = BridgeStore.h2().pool();
    private final HttpServer server;
    private final HttpClient http = HttpClient.newHttpClient();

    StoryLab(String ready) {
        letters.parallelRefused(false);
        workshop.unlimited();
        bridge = Bridge.builder(pool)
                .zone(ZONE)
                .threads(4)
                .connections(connections())
                .build()
                .start();
        links = BridgeLinks.over(bridge, LinkFile.read(ReadyLinks.text(ready)), routes(), ZONE);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        links.hooks()
                .forEach((address, endpoint) ->
                        server.createContext("/hooks/" + address, WebhookHttpHandler.of(endpoint)));
        server.start();
    }

    private Connections connections() {
        return Connections.none()
                .with(
                        "callcentre",
                        "vcc",
                        VccLive.builder()
                                .customer(vcc.customer())
                                .token(Secret.of(vcc.token()))
                                .baseUri(vcc.uri().toString())
                                .build())
                .with(
                        "letters",
                        "salesautopilot",
                        SalesAutopilot.builder()
                                .keyPair(letters.username(), Secret.of(letters.password()))
                                .baseUri(letters.uri().toString())
                                .build())
                .with(
                        "workshop",
                        "remonline",
                        RemOnline.builder()
                                .apiKey(Secret.of(workshop.apiKey()))
                                .baseUri(workshop.uri().toString())
                                .build())
                .with(
                        "bank",
                        "tbank",
                        TBank.builder()
                                .environment(Environment.of(
                                        bank.ordinaryUri().toString(),
                                        bank.securedUri().toString()))
                                .token(Secret.of(bank.token()))
                                .build())
                .with(
                        "zup",
                        "onec",
                        OnecBase.of(
                                OnecBase.settings(zup.uri().toString()).build(),
                                zup.user(),
                                Secret.of(zup.password())));
    }

    private HookRoutes routes() {
        Secret secret = Secret.of(SECRET);
        Szamlazz reader = Szamlazz.builder()
                .baseUri(invoices.uri().toString())
                .agentKey(Secret.of(invoices.agentKey()))
                .build();
        return HookRoutes.none()
                .mailchimp(
                        "newsletter",
                        AudienceWebhooks.builder().secret("key", secret).build())
                .vcc(
                        "callcentre",
                        VccWebhooks.builder().secret("secret-key", secret).build())
                .vipex("pbx", Vipex.webhooks().secret(secret).build())
                .remonline(
                        "workshop", RemOnlineWebhooks.builder().secret(secret).build())
                .szamlazz(
                        "invoices",
                        SzamlazzNotices.builder().parameter("key", secret).build(),
                        reader,
                        invoices.issuer());
    }

    URI hook(String address) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hooks/" + address);
    }

    /** Posts a form with the secret and returns the status. */
    int form(String address, String body) {
        return send(HttpRequest.newBuilder(URI.create(hook(address) + "?key=" + SECRET))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build());
    }

    int send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Hands on what was posted, and waits until the newest run of a link has ended. */
    Run ended(String link) {
        int unused = links.runDue();
        links.takeWaiting();
        Run newest = links.history(link, Optional.empty(), 1).get(0);
        newest.intent().ifPresent(id -> {
            Intent settled = bridge.intents().await(id, LONGEST);
        });
        return links.find(newest.id()).orElseThrow();
    }

    /** Does something before the story, as a base would. */
    Intent before(String action, String connection, Fields fields) {
        IntentRequest request = new IntentRequest(
                IntentKey.of("office", action, "before"), connection, fields, Optional.<Instant>empty());
        return bridge.intents().await(bridge.intents().accept(request).intent().id(), LONGEST);
    }

    @Override
    public void close() {
        server.stop(0);
        links.close();
        bridge.close();
        pool.dispose();
        vcc.close();
        letters.close();
        workshop.close();
        pbx.close();
        invoices.close();
        bank.close();
        zup.close();
    }
}
