package io.mostik.spring.boot;

import io.mostik.core.Secret;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * RemOnline / RO App / Orderry.
 *
 * @param apiKey API key, from Settings, API of the web application; with it there is a client
 * @param baseUri address of version 2, for Orderry accounts or a simulator
 * @param http settings of HTTP for this client
 * @param webhook webhooks of this account, proven by their secret
 * @param accounts further accounts by name
 */
@ConfigurationProperties("mostik.remonline")
record RemOnlineProperties(
        @Nullable Secret apiKey,
        @Nullable String baseUri,
        @NestedConfigurationProperty @Nullable HttpSettings http,
        @NestedConfigurationProperty @Nullable WebhookProof webhook,
        @DefaultValue Map<String, Account> accounts) {

    /**
     * One of several accounts.
     *
     * @param apiKey API key of this account
     * @param baseUri address of version 2
     * @param http settings of HTTP for this client
     * @param webhook webhooks of this account, proven by their secret
     */
    public record Account(
            @Nullable Secret apiKey,
            @Nullable String baseUri,
            @NestedConfigurationProperty @Nullable HttpSettings http,
            @NestedConfigurationProperty @Nullable WebhookProof webhook) {}

    Account of(ClientId client) {
        return client.isDefault()
                ? new Account(apiKey, baseUri, http, webhook)
                : Needed.of(accounts.get(client.account()), client.prefix());
    }
}
