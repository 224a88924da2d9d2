package io.mostik.spring.boot;

import io.mostik.core.Secret;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * VCC Live.
 *
 * @param customer subdomain of the account
 * @param token API token, from the global settings; with it there is a client
 * @param baseUri address of version 2, for another region or a simulator
 * @param http settings of HTTP for this client
 * @param webhook webhooks of this account
 * @param accounts further accounts by name
 */
@ConfigurationProperties("mostik.vcclive")
record VccLiveProperties(
        @Nullable String customer,
        @Nullable Secret token,
        @Nullable String baseUri,
        @NestedConfigurationProperty @Nullable HttpSettings http,
        @Nullable Webhook webhook,
        @DefaultValue Map<String, Account> accounts) {

    /**
     * One of several accounts.
     *
     * @param customer subdomain of the account
     * @param token API token of this account
     * @param baseUri address of version 2
     * @param http settings of HTTP for this client
     */
    public record Account(
            @Nullable String customer,
            @Nullable Secret token,
            @Nullable String baseUri,
            @NestedConfigurationProperty @Nullable HttpSettings http) {}

    /**
     * The vendor names the event nowhere in a request, so each event has an address of its own.
     *
     * @param secret secret in the query of the registered addresses
     * @param parameter name of the query parameter that holds it
     * @param callDispositionPath path for dispositions of calls
     * @param paymentTransactionPath path for payments during calls
     * @param userPath path for new and changed users
     * @param anyPath path for several events, told apart by their shape
     */
    public record Webhook(
            @Nullable Secret secret,
            @DefaultValue("secret") String parameter,
            @Nullable String callDispositionPath,
            @Nullable String paymentTransactionPath,
            @Nullable String userPath,
            @Nullable String anyPath) {}

    Account of(ClientId client) {
        return client.isDefault()
                ? new Account(customer, token, baseUri, http)
                : Needed.of(accounts.get(client.account()), client.prefix());
    }
}
