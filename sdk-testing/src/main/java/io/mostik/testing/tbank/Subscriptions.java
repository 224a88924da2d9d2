package io.mostik.testing.tbank;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.Answer;
import io.mostik.testing.HookDelivery;
import io.mostik.testing.HookSender;
import io.mostik.testing.OutgoingWebhook;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The subscribers to operations, and the deliveries to them: a hold, its posting, each at most five times. What the
 * bank answers to a subscription is not public; here it is nothing. Thread-safe.
 */
final class Subscriptions {

    private static final String OPERATION = "oper-feed-operation";
    private static final int MOST_ATTEMPTS = 5;
    private static final List<String> EVENTS = List.of(
            OPERATION,
            "payment-status",
            "payment-requests-updates",
            "nonacceptance-debits-agreement-updates",
            "ndfl3",
            "sbp-qr-status-changed",
            "invoice-status-changed",
            "partner-messages-new-message",
            "sme-qds-partner-order-changed",
            "bank-guarantee-order-status-changed",
            "example");

    private final HookSender sender = new HookSender(MOST_ATTEMPTS);
    private final List<Subscription> subscriptions = new ArrayList<>();
    private Optional<URI> receiver = Optional.empty();

    /** Where one event is to be told, and with which proof. */
    private record Subscription(String event, URI url, Optional<String> proof) {}

    List<TBankMethod> ordinary() {
        return List.of(new TBankMethod("POST", "/api/v1/webhook", "webhooks", 10, this::subscribe, Canned.OK));
    }

    /** Tells everything to this address, whatever the subscriptions say. */
    synchronized void receiver(URI address) {
        receiver = Optional.of(address);
    }

    List<HookDelivery> deliveries() {
        return sender.deliveries();
    }

    void tell(LedgerEntry entry) {
        targets().forEach(target -> {
            OutgoingWebhook hook = OutgoingWebhook.postJson(target.url(), OperationShape.webhook(entry));
            HookDelivery unusedResult = sender.deliver(target.proof()
                    .map(proof -> hook.with("Authorization", proof))
                    .orElse(hook));
        });
    }

    private synchronized List<Subscription> targets() {
        return subscriptions.stream()
                .filter(subscription -> subscription.event().equals(OPERATION))
                .map(subscription ->
                        new Subscription(OPERATION, receiver.orElse(subscription.url()), subscription.proof()))
                .toList();
    }

    private Supplier<Answer> subscribe(TBankRequest ask) {
        String event = ask.word("eventType", ask.query("eventType").orElse(""), EVENTS);
        JsonNode body = ask.object();
        String url = ask.matching("url", body.path("url").asText(), "^https://.{1,2040}$");
        ask.matching("email", body.path("email").asText(), "^.{1,256}$");
        ask.require("hasSignature", body.path("hasSignature").isBoolean(), "expected a boolean");
        Optional<String> proof = proof(ask, body);
        return () -> add(new Subscription(event, URI.create(url), proof));
    }

    private synchronized Answer add(Subscription subscription) {
        subscriptions.add(subscription);
        return Answer.empty(200);
    }

    private static Optional<String> proof(TBankRequest ask, JsonNode body) {
        if (!body.has("authType")) {
            return Optional.empty();
        }
        String type = ask.matching("authType", body.path("authType").asText(), "^(Basic|Bearer)$");
        return Optional.of(
                type + " " + ask.matching("authSecret", body.path("authSecret").asText(), "^.{1,256}$"));
    }
}
