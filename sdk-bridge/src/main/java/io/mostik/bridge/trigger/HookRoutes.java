package io.mostik.bridge.trigger;

import io.mostik.bankcards.tbank.operations.Operation;
import io.mostik.core.json.Json;
import io.mostik.core.webhook.WebhookReceiver;
import io.mostik.pbx.vcclive.links.AudienceEvent;
import io.mostik.pbx.vcclive.webhooks.VccWebhooks;
import io.mostik.pbx.webhooks.PbxWebhooks;
import io.mostik.remonline.webhooks.RemOnlineEvent;
import io.mostik.salesautopilot.external.ExternalAction;
import io.mostik.salesautopilot.source.szamlazz.Szamlazz;
import io.mostik.salesautopilot.source.szamlazz.SzamlazzDocument;
import io.mostik.salesautopilot.source.szamlazz.SzamlazzNotice;
import io.mostik.salesautopilot.source.woocommerce.WooCommerce;
import io.mostik.salesautopilot.source.woocommerce.WooNotice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The addresses that vendors post to: {@code connection/event} behind the path of the server. Each stands on the receiver of
 * its vendor, which proves and reads requests. Immutable.
 *
 * <pre>{@code
 * HookRoutes routes = HookRoutes.none()
 *         .vcc("callcentre", VccWebhooks.builder().secret("key", secret).build())
 *         .remonline("workshop", RemOnlineWebhooks.builder().secret(other).build());
 * }</pre>
 *
 * <p>Senders that wait for a decision, as of a log-in or an IVR, are answered by Java, not by links.
 */
public final class HookRoutes {

    private static final HookRoutes NONE = new HookRoutes(List.of());

    private final List<Hook<?>> hooks;

    private HookRoutes(List<Hook<?>> hooks) {
        this.hooks = List.copyOf(hooks);
    }

    /** Returns no addresses. */
    public static HookRoutes none() {
        return NONE;
    }

    /**
     * Returns these and those of VCC Live: {@code disposition}, {@code mobile}, {@code payment}, {@code sms},
     * {@code user}, {@code ticket} and {@code chat}.
     */
    public HookRoutes vcc(String connection, VccWebhooks webhooks) {
        return with(plain(connection, "disposition", Triggers.VCC_DISPOSITION, webhooks.callDisposition(), VccData::of))
                .with(raw(connection, "mobile", Triggers.VCC_MOBILE, webhooks.mobileDisposition()))
                .with(plain(
                        connection,
                        "payment",
                        Triggers.VCC_PAYMENT,
                        webhooks.paymentTransaction(),
                        event -> VendorData.model(Triggers.VCC_PAYMENT, event)))
                .with(raw(connection, "sms", Triggers.VCC_SMS, webhooks.sms()))
                .with(new Hook<>(
                        connection,
                        "user",
                        List.of(Triggers.VCC_USER_CREATED, Triggers.VCC_USER_CHANGED),
                        webhooks.userEvents(),
                        event -> List.of(VccData.of(event)),
                        Optional.empty(),
                        List.of()))
                .with(plain(
                        connection,
                        "ticket",
                        Triggers.VCC_TICKET,
                        webhooks.ticketStatus(),
                        event -> VendorData.model(Triggers.VCC_TICKET, event)))
                .with(plain(
                        connection,
                        "chat",
                        Triggers.VCC_CHAT,
                        webhooks.chat(),
                        event -> VendorData.model(Triggers.VCC_CHAT, event)));
    }

    /** Returns these and that of the data of calls of VIPeX: {@code calls}. */
    public HookRoutes vipex(String connection, PbxWebhooks webhooks) {
        return with(new Hook<>(
                connection,
                "calls",
                List.of(Triggers.VIPEX_CALL_ENDED),
                webhooks.callData(),
                CallTold::of,
                Optional.empty(),
                List.of()));
    }

    /** Returns these and that of RemOnline: {@code events}. What has a feed only wakes it; deletions are told by themselves. */
    public HookRoutes remonline(String connection, WebhookReceiver<RemOnlineEvent> receiver) {
        return with(new Hook<>(
                connection,
                "events",
                List.of(Triggers.RO_HINT),
                receiver,
                event -> List.of(VendorData.of(event)),
                Optional.empty(),
                List.of(Triggers.RO_ORDER, Triggers.RO_PERSON)));
    }

    /** Returns these and that of external actions of SalesAutopilot: {@code action}. It wakes the feed too. */
    public HookRoutes salesautopilot(String connection, WebhookReceiver<ExternalAction> receiver) {
        return with(new Hook<>(
                connection,
                "action",
                List.of(Triggers.SA_ACTION),
                receiver,
                event -> List.of(VendorData.of(event)),
                Optional.empty(),
                List.of(Triggers.SA_RECORD)));
    }

    /** Returns these and that of operations of T-Bank: {@code operation}. */
    public HookRoutes tbank(String connection, WebhookReceiver<Operation> receiver) {
        return with(plain(connection, "operation", Triggers.CARDS_OPERATION, receiver, VendorData::of));
    }

    /** Returns these and that of a Mailchimp audience: {@code subscriber}. What concerns one person is handled in order. */
    public HookRoutes mailchimp(String connection, WebhookReceiver<AudienceEvent> receiver) {
        return with(new Hook<>(
                connection,
                "subscriber",
                List.of(Triggers.MAILCHIMP_SUBSCRIBER),
                receiver,
                event -> List.of(VendorData.of(event)),
                Optional.of(event -> event.email().orElse("")),
                List.of()));
    }

    /**
     * Returns these and that of Számlázz.hu: {@code paid}. A notice proves nothing, so the event tells what was read after
     * it. Documents of other companies, without an order, of a kind that is not known, or not there any more are left alone and
     * counted, see {@link Hooks#leftAlone}.
     *
     * @param issuer the vendor's id of the company
     */
    public HookRoutes szamlazz(
            String connection, WebhookReceiver<SzamlazzNotice> receiver, Szamlazz client, String issuer) {
        return with(new Hook<>(
                connection,
                "paid",
                List.of(Triggers.INVOICE_PAID),
                receiver,
                notice -> paid(client, issuer, notice.number()),
                Optional.empty(),
                List.of()));
    }

    private static List<Told> paid(Szamlazz client, String issuer, String number) {
        SzamlazzDocument read = client.find(number).orElseThrow(() -> new LeftAlone("not_found"));
        if (!read.issuer().equals(issuer)) {
            throw new LeftAlone("other_issuer");
        }
        return List.of(VendorData.of(
                read,
                read.invoice(Instant.EPOCH)
                        .orElseThrow(() -> new LeftAlone(read.order().isEmpty() ? "no_order" : "unknown_kind"))));
    }

    /** Returns these and that of a WooCommerce shop: {@code order}. The order is read from the shop. */
    public HookRoutes woocommerce(String connection, WebhookReceiver<WooNotice> receiver, WooCommerce shop) {
        return with(new Hook<>(
                connection,
                "order",
                List.of(Triggers.SHOP_ORDER),
                receiver,
                notice -> notice.order().stream()
                        .map(id -> VendorData.of(notice, shop.find(id)))
                        .toList(),
                Optional.of(WooNotice::subject),
                List.of()));
    }

    /** Returns which connections a trigger comes from, by its name. */
    public Map<String, List<String>> triggers() {
        Map<String, List<String>> connections = new LinkedHashMap<>();
        for (Hook<?> hook : hooks) {
            hook.triggers()
                    .forEach(trigger -> connections
                            .computeIfAbsent(trigger, unused -> new ArrayList<>())
                            .add(hook.connection()));
        }
        return connections;
    }

    List<Hook<?>> hooks() {
        return hooks;
    }

    private static <E> Hook<E> plain(
            String connection, String path, String trigger, WebhookReceiver<E> receiver, Function<E, Told> reader) {
        return new Hook<>(
                connection,
                path,
                List.of(trigger),
                receiver,
                event -> List.of(reader.apply(event)),
                Optional.empty(),
                List.of());
    }

    private static Hook<Json> raw(String connection, String path, String trigger, WebhookReceiver<Json> receiver) {
        return plain(connection, path, trigger, receiver, data -> Told.of(trigger, data));
    }

    private HookRoutes with(Hook<?> hook) {
        if (hooks.stream().anyMatch(known -> known.address().equals(hook.address()))) {
            throw new IllegalArgumentException(hook.address() + " is there already");
        }
        List<Hook<?>> more = new ArrayList<>(hooks);
        more.add(hook);
        return new HookRoutes(more);
    }

    @Override
    public String toString() {
        return "HookRoutes" + hooks.stream().map(Hook::address).toList();
    }
}
