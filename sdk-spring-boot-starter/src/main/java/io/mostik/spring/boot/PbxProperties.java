package io.mostik.spring.boot;

import io.mostik.core.Secret;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A cloud PBX: VIPeX, or another one by a profile that a customizer sets.
 *
 * @param baseUri address that the vendor gave to this customer; with it there is a client
 * @param username user name, where the PBX takes a pair
 * @param password password that belongs to the user name
 * @param apiKey key, where the PBX takes one
 * @param http settings of HTTP for this client
 * @param webhook what the PBX pushes, proven by a key (secret) or by user name and password
 * @param accounts further customers or PBXs by name
 */
@ConfigurationProperties("mostik.pbx")
record PbxProperties(
        @Nullable String baseUri,
        @Nullable String username,
        @Nullable Secret password,
        @Nullable Secret apiKey,
        @NestedConfigurationProperty @Nullable HttpSettings http,
        @Nullable Webhook webhook,
        @DefaultValue Map<String, Account> accounts) {

    /**
     * One of several.
     *
     * @param baseUri address that the vendor gave to this customer
     * @param username user name, where the PBX takes a pair
     * @param password password that belongs to the user name
     * @param apiKey key, where the PBX takes one
     * @param http settings of HTTP for this client
     */
    public record Account(
            @Nullable String baseUri,
            @Nullable String username,
            @Nullable Secret password,
            @Nullable Secret apiKey,
            @NestedConfigurationProperty @Nullable HttpSettings http) {}

    /**
     * What the PBX pushes.
     *
     * @param incomingCallPath path for incoming calls
     * @param callDataPath path for the data of calls
     * @param secret API key that the PBX sends
     * @param username user name, where the PBX sends a pair
     * @param password password that belongs to the user name
     */
    public record Webhook(
            @Nullable String incomingCallPath,
            @Nullable String callDataPath,
            @Nullable Secret secret,
            @Nullable String username,
            @Nullable Secret password) {}

    Account of(ClientId client) {
        return client.isDefault()
                ? new Account(baseUri, username, password, apiKey, http)
                : Needed.of(accounts.get(client.account()), client.prefix());
    }
}
