package io.mostik.salesautopilot.workflow;

import com.sun.net.httpserver.HttpServer;
import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import io.mostik.core.once.Inbox;
import io.mostik.core.once.Once;
import io.mostik.core.webhook.WebhookHttpHandler;
import io.mostik.core.webhook.WebhookReceiver;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.source.szamlazz.Szamlazz;
import io.mostik.salesautopilot.source.szamlazz.SzamlazzNotice;
import io.mostik.salesautopilot.source.szamlazz.SzamlazzNotices;
import io.mostik.salesautopilot.source.szamlazz.SzamlazzSource;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;

/** One node that receives notices over HTTP, reads the documents back and reports them to its ledger. */
final class SzamlazzNode implements AutoCloseable {

    private static final String PATH = "/ipn/9f0c";

    final SzamlazzSource source;
    final Inbox<SzamlazzNotice> inbox;

    private final SalesAutopilot sales;
    private final Szamlazz szamlazz;
    private final HttpServer server;

    SzamlazzNode(
            SalesAutopilot sales,
            Szamlazz szamlazz,
            String issuer,
            PaymentLedger ledger,
            StateStore store,
            TimeSource time)
            throws IOException {
        this.sales = sales;
        this.szamlazz = szamlazz;
        this.source = SzamlazzSource.of(szamlazz, issuer, ledger, store);
        WebhookReceiver<SzamlazzNotice> receiver =
                SzamlazzNotices.builder().secretPath().build();
        this.inbox = receiver.inbox(Once.over(store, time)).open(notice -> source.accept(notice));
        this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext(PATH, WebhookHttpHandler.of(receiver, inbox));
        server.start();
    }

    URI hook() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH);
    }

    @Override
    public void close() {
        server.stop(0);
        szamlazz.close();
        sales.close();
    }
}
