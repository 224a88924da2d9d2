package io.mostik.spring.boot;

import io.mostik.core.Secret;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * SalesAutopilot.
 *
 * @param username user name of the key pair, from Settings, Integrations, API keys
 * @param password password of the key pair; with it there is a client
 * @param baseUri address of the API, for a simulator
 * @param http settings of HTTP for this client
 * @param webhook external actions, proven by user name and password
 * @param accounts further accounts by name
 */
@ConfigurationProperties("mostik.salesautopilot")
record SalesAutopilotProperties(
        @Nullable String username,
        @Nullable Secret password,
        @Nullable String baseUri,
        @NestedConfigurationProperty @Nullable HttpSettings http,
        @NestedConfigurationProperty @Nullable WebhookProof webhook,
        @DefaultValue Map<String, Account> accounts) {

    /**
     * One of several accounts.
     *
     * @param username user name of the key pair
     * @param password password of the key pair
     * @param baseUri address of the API
     * @param http settings of HTTP for this client
     * @param webhook external actions, proven by user name and password
     */
    public record Account(
            @Nullable String username,
            @Nullable Secret password,
            @Nullable String baseUri,
            @NestedConfigurationProperty @Nullable HttpSettings http,
            @NestedConfigurationProperty @Nullable WebhookProof webhook) {}

    Account of(ClientId client) {
        return client.isDefault()
                ? new Account(username, password, baseUri, http, webhook)
                : Needed.of(accounts.get(client.account()), client.prefix());
    }
}
