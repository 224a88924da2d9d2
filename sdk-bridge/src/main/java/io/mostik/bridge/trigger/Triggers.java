package io.mostik.bridge.trigger;

import io.mostik.bridge.onec.OnecDocuments;
import io.mostik.bridge.trigger.TriggerSpec.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The triggers there are, by name. Immutable. */
public final class Triggers {

    /** The name of signals that bases post. */
    public static final String SIGNAL = "base.signal";

    static final String VCC_DISPOSITION = "vcc.disposition";
    static final String VCC_MOBILE = "vcc.disposition.mobile";
    static final String VCC_PAYMENT = "vcc.payment";
    static final String VCC_SMS = "vcc.sms";
    static final String VCC_USER_CREATED = "vcc.user.created";
    static final String VCC_USER_CHANGED = "vcc.user.changed";
    static final String VCC_TICKET = "vcc.ticket";
    static final String VCC_CHAT = "vcc.chat";
    static final String VIPEX_CALL_ENDED = "vipex.call.ended";
    static final String RO_HINT = "ro.hint";
    static final String SA_ACTION = "sa.action";
    static final String CARDS_OPERATION = "cards.operation";
    static final String MAILCHIMP_SUBSCRIBER = "mailchimp.subscriber";
    static final String INVOICE_PAID = "invoice.paid";
    static final String SHOP_ORDER = "shop.order";
    /** Orders of RemOnline that changed. */
    public static final String RO_ORDER = "ro.order.changed";

    /** People of RemOnline that changed. */
    public static final String RO_PERSON = "ro.person.changed";

    /** Records that have come into a list of SalesAutopilot. */
    public static final String SA_RECORD = "sa.record.new";

    private static final List<String> OPEN = List.of();
    private static final List<String> USER =
            List.of("userid", "username", "name", "email", "phone", "state", "at", "before");

    private final Map<String, TriggerSpec> specs;

    private Triggers(Map<String, TriggerSpec> specs) {
        this.specs = specs;
    }

    /** Returns those that the bridge has itself. */
    public static Triggers known() {
        Map<String, TriggerSpec> specs = new LinkedHashMap<>();
        for (TriggerSpec spec : List.of(
                hook(
                        VCC_DISPOSITION,
                        "An agent or the dialer has set a disposition.",
                        "vcc",
                        List.of(
                                "uuid",
                                "numberid",
                                "projectid",
                                "userid",
                                "destination",
                                "dispositionid",
                                "disposition",
                                "assessment",
                                "description",
                                "closed",
                                "at",
                                "data")),
                hook(
                        VCC_MOBILE,
                        "A disposition was set in the mobile application; its fields are not public.",
                        "vcc",
                        OPEN),
                hook(VCC_PAYMENT, "A payment was made during a call.", "vcc", OPEN),
                hook(VCC_SMS, "Something happened to an SMS; its fields are not public.", "vcc", OPEN),
                hook(VCC_USER_CREATED, "A user was made.", "vcc", USER),
                new TriggerSpec(VCC_USER_CHANGED, "A user was changed.", "vcc", Kind.HOOK, true, USER, List.of("at")),
                hook(VCC_TICKET, "A ticket was made, changed or deleted.", "vcc", OPEN),
                hook(VCC_CHAT, "An agent has closed a chat.", "vcc", OPEN),
                hook(
                        VIPEX_CALL_ENDED,
                        "A call has ended.",
                        "vipex",
                        List.of(
                                "call",
                                "direction",
                                "outcome",
                                "missed",
                                "caller",
                                "caller_kind",
                                "called",
                                "remote",
                                "extension",
                                "queue",
                                "started",
                                "answered",
                                "ended",
                                "seconds",
                                "raw")),
                hook(
                        RO_HINT,
                        "RemOnline tells of something that has no feed, or was deleted; only its id is proven.",
                        "remonline",
                        List.of("event", "object_type", "object_id", "deleted", "at", "metadata")),
                hook(SA_ACTION, "SalesAutopilot carries out an external action.", "salesautopilot", OPEN),
                new TriggerSpec(
                        CARDS_OPERATION,
                        "The bank tells of an operation.",
                        "tbank",
                        Kind.HOOK,
                        true,
                        OPEN,
                        List.of("operation_status", "status")),
                hook(
                        MAILCHIMP_SUBSCRIBER,
                        "A person has come into a Mailchimp audience, has left it, or has changed.",
                        "mailchimp",
                        List.of(
                                "type",
                                "fired_at",
                                "email",
                                "old_email",
                                "new_email",
                                "list_id",
                                "id",
                                "reason",
                                "action",
                                "campaign_id",
                                "merges",
                                "ip_opt",
                                "ip_signup",
                                "web_id",
                                "email_type",
                                "new_id")),
                new TriggerSpec(
                        INVOICE_PAID,
                        "An invoicing program says that an invoice is paid, or a part of it.",
                        "invoicing",
                        Kind.HOOK,
                        true,
                        List.of("number", "order", "kind", "state", "paid", "total", "currency", "paid_on"),
                        List.of("paid")),
                new TriggerSpec(
                        SHOP_ORDER,
                        "A web shop tells of an order.",
                        "shop",
                        Kind.HOOK,
                        true,
                        List.of("topic", "order", "number", "status", "modified", "total", "refunded", "deleted"),
                        List.of("modified")),
                feed(RO_ORDER, "An order of RemOnline was made or changed.", "remonline", "modified_at"),
                feed(RO_PERSON, "A person of RemOnline was made or changed.", "remonline", "modified_at"),
                new TriggerSpec(
                        SA_RECORD, "A record has come into a list.", "salesautopilot", Kind.FEED, false, OPEN, OPEN),
                new TriggerSpec(
                        OnecDocuments.TRIGGER,
                        "A document of 1C is in force, has changed, or was withdrawn.",
                        "onec",
                        Kind.FEED,
                        true,
                        OPEN,
                        List.of("in_force", "DataVersion")),
                new TriggerSpec(SIGNAL, "A base tells of something.", "", Kind.SIGNAL, false, OPEN, OPEN))) {
            specs.put(spec.name(), spec);
        }
        return new Triggers(specs);
    }

    /** Returns these and one more, whose events come through an {@link EventSink}. */
    public Triggers and(TriggerSpec spec) {
        Map<String, TriggerSpec> more = new LinkedHashMap<>(specs);
        more.put(spec.name(), spec);
        return new Triggers(more);
    }

    /** Returns the trigger of this name. */
    public Optional<TriggerSpec> find(String name) {
        return Optional.ofNullable(specs.get(name));
    }

    /** Returns all. */
    public List<TriggerSpec> all() {
        return List.copyOf(specs.values());
    }

    private static TriggerSpec hook(String name, String description, String vendor, List<String> fields) {
        return new TriggerSpec(name, description, vendor, Kind.HOOK, false, fields, List.of());
    }

    private static TriggerSpec feed(String name, String description, String vendor, String version) {
        return new TriggerSpec(name, description, vendor, Kind.FEED, true, OPEN, List.of(version));
    }
}
