package io.mostik.spring.boot;

import io.mostik.core.Secret;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * T-Bank business cards.
 *
 * @param token token issued in T-Business under Integrations, T-API; with it there is a client
 * @param environment which bank; the real one by default
 * @param ordinaryUri address of ordinary methods, in place of that of the environment; needs the secured one too
 * @param securedUri address of secured methods, in place of that of the environment; needs the ordinary one too
 * @param sslBundle name of the SSL bundle with the client certificate, which secured methods need
 * @param http settings of HTTP for this client
 * @param webhook reports of operations, proven by a bearer token (secret) or by user name and password
 * @param accounts further companies by name
 */
@ConfigurationProperties("mostik.tbank")
record TBankProperties(
        @Nullable Secret token,
        @DefaultValue("production") Environment environment,
        @Nullable String ordinaryUri,
        @Nullable String securedUri,
        @Nullable String sslBundle,
        @NestedConfigurationProperty @Nullable HttpSettings http,
        @NestedConfigurationProperty @Nullable WebhookProof webhook,
        @DefaultValue Map<String, Account> accounts) {

    /** Which bank. */
    public enum Environment {
        /** Real cards, real money. */
        PRODUCTION,
        /** Canned answers; nothing real is touched. */
        SANDBOX
    }

    /**
     * One of several companies.
     *
     * @param token token of this company
     * @param environment which bank; the real one by default
     * @param ordinaryUri address of ordinary methods; needs the secured one too
     * @param securedUri address of secured methods; needs the ordinary one too
     * @param sslBundle name of the SSL bundle with the client certificate
     * @param http settings of HTTP for this client
     * @param webhook reports of operations
     */
    public record Account(
            @Nullable Secret token,
            @DefaultValue("production") Environment environment,
            @Nullable String ordinaryUri,
            @Nullable String securedUri,
            @Nullable String sslBundle,
            @NestedConfigurationProperty @Nullable HttpSettings http,
            @NestedConfigurationProperty @Nullable WebhookProof webhook) {}

    Account of(ClientId client) {
        return client.isDefault()
                ? new Account(token, environment, ordinaryUri, securedUri, sslBundle, http, webhook)
                : Needed.of(accounts.get(client.account()), client.prefix());
    }
}
