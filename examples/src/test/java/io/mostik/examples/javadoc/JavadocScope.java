package io.mostik.examples.javadoc;

import com.sun.net.httpserver.HttpServer;
import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Card;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.bankcards.tbank.operations.StatementQuery;
import io.mostik.bankcards.tbank.tid.Tid;
import io.mostik.bankcards.workflow.ApprovalPolicy;
import io.mostik.bankcards.workflow.CardWorkflows;
import io.mostik.core.Async;
import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.CallOptions;
import io.mostik.core.http.ClientCertificate;
import io.mostik.core.http.SdkRuntime;
import io.mostik.core.once.Once;
import io.mostik.datahub.HubConnection;
import io.mostik.datahub.HubTable;
import io.mostik.pbx.PbxClient;
import io.mostik.pbx.PhoneNumber;
import io.mostik.pbx.vcclive.VccLive;
import io.mostik.pbx.vcclive.links.StatusMap;
import io.mostik.pbx.webhooks.PbxWebhooks;
import io.mostik.remonline.RemOnline;
import io.mostik.remonline.orders.OrderQuery;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.orders.WebshopOrder;
import io.mostik.salesautopilot.workflow.MarketingWorkflows;
import io.mostik.salesautopilot.workflow.PaymentLedger;
import io.mostik.salesautopilot.workflow.SiteUsers;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import javax.crypto.SecretKey;
import javax.sql.DataSource;

/** The variables of which the examples in the Javadoc speak without making them. Compiled only, never made. */
@SuppressWarnings("NullAway")
public abstract class JavadocScope {

    /** A program of the reader's that is told of things and asked for them. */
    protected interface Program {
        void note(Object what);

        void show(Object what);

        void ring(Object what);

        void ask(String question);

        void ask(String question, Object choice);

        Optional<Ucid> whichCardFor(Object payment);

        void open(Object page);

        void fill(Object form);

        Optional<String> customer(PhoneNumber caller);

        Optional<Long> find(String name);

        long create(String name);
    }

    /** A logger. */
    protected interface Log {
        void warn(String text, Object... what);

        void info(String text, Object... what);
    }

    /** A copy of what a vendor has. */
    protected interface Copy {
        void put(long id, Object row);

        void remove(long id);

        List<Long> ids();
    }

    /** A website or a shop. */
    protected interface Site<V> extends SiteUsers<V> {
        void newsletter(String address, Object state);

        void erased(Object user);

        boolean ticked();

        List<WebshopOrder> export();
    }

    protected TBank bank;
    protected Tid tid;
    protected CardWorkflows cardWorkflows;
    protected Ucid card;
    protected Ucid otherCard;
    protected List<Card> cards;
    protected NewLimit limit;
    protected StatementQuery query;
    protected ApprovalPolicy policy;
    protected ClientCertificate certificate;
    protected PbxClient pbx;
    protected PbxWebhooks webhooks;
    protected VccLive vcc;
    protected StatusMap statuses;
    protected RemOnline remonline;
    protected RemOnline client;
    protected OrderQuery orderQuery;
    protected SalesAutopilot sales;
    protected MarketingWorkflows marketing;
    protected ListId list;
    protected FormId signUpForm;
    protected FormId updateForm;
    protected FormId orderForm;
    protected FormId paidForm;
    protected HubConnection hub;
    protected HubTable table;
    protected StateStore store;
    protected DataSource dataSource;
    protected TimeSource time;
    protected Once once;
    protected Async async;
    protected SdkRuntime runtime;
    protected ApiClient api;
    protected CallOptions options;
    protected ExecutorService executor;
    protected ScheduledExecutorService scheduler;
    protected HttpServer server;
    protected InetSocketAddress address;
    protected Secret key;
    protected Secret secret;
    protected Secret password;
    protected Secret token;
    protected Secret code;
    protected SecretKey vaultKey;
    protected Path file;
    protected LocalDate day;
    protected Instant now;
    protected long numberId;
    protected String email;
    protected PaymentLedger ledger;
    protected Log log;
    protected Copy copy;
    protected Program crm;
    protected Program desk;
    protected Program console;

    protected abstract void show(Object... what);

    protected abstract void keep(Object what);
}
