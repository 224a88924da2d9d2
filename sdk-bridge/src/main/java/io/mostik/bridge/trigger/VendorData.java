package io.mostik.bridge.trigger;

import io.mostik.bankcards.tbank.operations.Operation;
import io.mostik.bridge.store.StoredJson;
import io.mostik.bridge.trigger.Told.Data;
import io.mostik.pbx.vcclive.links.AudienceEvent;
import io.mostik.remonline.webhooks.EventName;
import io.mostik.remonline.webhooks.RemOnlineEvent;
import io.mostik.salesautopilot.external.ExternalAction;
import io.mostik.salesautopilot.source.szamlazz.SzamlazzDocument;
import io.mostik.salesautopilot.source.woocommerce.WooNotice;
import io.mostik.salesautopilot.source.woocommerce.WooOrder;
import io.mostik.salesautopilot.workflow.Invoice;
import io.mostik.salesautopilot.workflow.InvoicePayment;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the other senders tell, as data for links. */
final class VendorData {

    private VendorData() {}

    /** The names of an audience's fields hold dots, which become objects within objects. */
    static Told of(AudienceEvent event) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("type", event.type());
        event.firedAt().ifPresent(time -> values.put("fired_at", time));
        event.fields().forEach((name, text) -> nest(values, List.of(name.split("\\.", -1)), text));
        event.email().ifPresent(email -> values.put("email", email));
        return new Told(
                Triggers.MAILCHIMP_SUBSCRIBER,
                Optional.empty(),
                event.firedAt().flatMap(VendorData::audienceTime),
                StoredJson.plain(values));
    }

    /** A value that stands where others are nested gives way to them. */
    private static void nest(Map<String, Object> values, List<String> names, String text) {
        Map<String, Object> at = values;
        for (String name : names.subList(0, names.size() - 1)) {
            Object inner = at.get(name);
            Map<String, Object> next = new LinkedHashMap<>();
            if (inner instanceof Map<?, ?> known) {
                known.forEach((key, value) -> next.put(String.valueOf(key), value));
            }
            at.put(name, next);
            at = next;
        }
        at.put(names.get(names.size() - 1), text);
    }

    /** That these times are UTC is inferred. */
    private static Optional<Instant> audienceTime(String text) {
        try {
            return Optional.of(
                    LocalDateTime.parse(text.strip().replace(' ', 'T')).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static Told of(RemOnlineEvent event) {
        Data data = new Data()
                .put("event", event.eventName().map(EventName::value))
                .put("object_type", event.context().get("object_type"))
                .put("object_id", event.objectId())
                .put("deleted", event.isDeletion())
                .put("at", event.createdAt())
                .put("metadata", StoredJson.plain(event.metadata()));
        return Told.of(Triggers.RO_HINT, event.createdAt(), data);
    }

    static Told of(ExternalAction action) {
        return Told.of(Triggers.SA_ACTION, action.tree());
    }

    /** Ids change at night, amount and time do not; each state is told of by itself. */
    static Told of(Operation operation) {
        Optional<String> amount =
                operation.operationAmount().map(sum -> sum.stripTrailingZeros().toPlainString());
        Optional<Instant> at = operation.authorizationDate().or(operation::operationDate);
        Told told = new Told(
                Triggers.CARDS_OPERATION, Optional.empty(), operation.operationDate(), StoredJson.plain(operation));
        if (amount.isEmpty() || at.isEmpty()) {
            return told;
        }
        return told.withId(String.join(
                "/",
                operation.ucid().orElse(""),
                amount.get(),
                at.get().toString(),
                operation.operationStatus().map(status -> status.value()).orElse(""),
                operation.status().orElse("")));
    }

    /** An invoice is paid again when more of it is paid, so the sums are a part of the key. */
    static Told of(SzamlazzDocument document, Invoice invoice) {
        BigDecimal paid = invoice.paid();
        boolean isCovered = invoice.gross().signum() > 0 && paid.compareTo(invoice.gross()) >= 0;
        String state =
                document.isReversed() ? "reversed" : isCovered ? "covered" : paid.signum() > 0 ? "partly" : "open";
        Data data = new Data()
                .put("number", invoice.number())
                .put("order", invoice.order())
                .put("kind", invoice.kind().name().toLowerCase(Locale.ROOT))
                .put("state", state)
                .put("paid", paid.toPlainString())
                .put("total", invoice.gross().toPlainString())
                .put("currency", invoice.currency())
                .put(
                        "paid_on",
                        invoice.payments().stream().map(InvoicePayment::day).max(LocalDate::compareTo));
        return Told.of(Triggers.INVOICE_PAID, Optional.empty(), data)
                .withId(invoice.number() + "/" + plain(paid) + "/" + plain(invoice.gross()) + "/" + state);
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }

    static Told of(WooNotice notice, Optional<WooOrder> order) {
        Data data = new Data()
                .put("topic", notice.topic())
                .put("order", notice.order())
                .put("number", order.map(WooOrder::number))
                .put("status", order.map(WooOrder::status))
                .put("modified", order.map(WooOrder::modified))
                .put("total", order.map(read -> read.total().toPlainString()))
                .put("refunded", order.map(read -> read.refunded().toPlainString()))
                .put("deleted", order.isEmpty());
        Told told = Told.of(Triggers.SHOP_ORDER, order.map(WooOrder::modified), data);
        return order.map(read -> told.withId(state(notice.topic(), read))).orElse(told);
    }

    /** Shops post one state several times over, under other delivery ids; two states may have one time, of whole seconds. */
    private static String state(String topic, WooOrder order) {
        return String.join(
                "/",
                topic,
                Long.toString(order.id()),
                order.modified().toString(),
                order.status(),
                plain(order.total()),
                plain(order.refunded()));
    }

    static Told model(String trigger, Object model) {
        return Told.of(trigger, StoredJson.plain(model));
    }
}
