package io.mostik.bankcards.tbank.webhooks;

import io.mostik.bankcards.tbank.internal.BankClient;
import io.mostik.core.Secret;
import io.mostik.core.http.Call;
import io.mostik.core.http.Endpoint;
import io.mostik.core.http.RateLimit;
import io.mostik.core.json.Json;
import java.time.Duration;
import java.util.Objects;

/**
 * Subscriptions to what the bank reports. Obtained from {@code TBank.webhooks()}. How to list and end them is not
 * public; it is done in T-Business. Thread-safe.
 *
 * @see <a href="https://developer.tbank.ru/docs/intro/webhooks/">the bank's guide</a>
 */
public final class WebhooksApi {

    // Twice the same subscription may mean every event twice.
    private static final Endpoint<Json> SUBSCRIBE = Endpoint.once(
                    "webhooks.subscribe", "POST", "/api/v1/webhook", Json.class)
            .limit(RateLimit.perSecond(10))
            .deadline(Duration.ofSeconds(60));

    private final BankClient bank;

    WebhooksApi(BankClient bank) {
        this.bank = Objects.requireNonNull(bank, "bank");
    }

    /** Subscribes to an event and returns the raw answer, whose shape is not documented. */
    public Json subscribe(EventType eventType, NewSubscription subscription) {
        Call<Json> call = bank.call(SUBSCRIBE).query("eventType", eventType).json(subscription.body());
        return hiding(call, subscription).send();
    }

    private static Call<Json> hiding(Call<Json> call, NewSubscription subscription) {
        return subscription
                .authSecret()
                .map((Secret secret) -> call.hiding(secret))
                .orElse(call);
    }
}
