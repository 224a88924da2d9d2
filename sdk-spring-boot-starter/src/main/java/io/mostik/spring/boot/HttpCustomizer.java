package io.mostik.spring.boot;

import io.mostik.core.http.ClientConfig;

/**
 * Changes the common settings of clients after the properties were applied. A bean of this type is asked for each client.
 *
 * <pre>{@code
 * @Bean
 * HttpCustomizer trust(SslBundles bundles) {
 *     return (client, http) -> http.sslContext(bundles.getBundle("own-ca").createSslContext());
 * }
 * }</pre>
 */
@FunctionalInterface
public interface HttpCustomizer {

    /** Changes the settings of one client. */
    void customize(ClientId client, ClientConfig.Builder http);
}
