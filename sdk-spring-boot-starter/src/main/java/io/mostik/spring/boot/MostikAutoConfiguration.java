package io.mostik.spring.boot;

import io.mostik.core.http.CallListener;
import io.mostik.core.http.SdkRuntime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What all clients share. */
@AutoConfiguration(after = {MostikMetricsAutoConfiguration.class, MostikHealthAutoConfiguration.class})
@EnableConfigurationProperties(MostikProperties.class)
class MostikAutoConfiguration {

    @Bean
    static KnownSecrets mostikKnownSecrets() {
        return new KnownSecrets();
    }

    @Bean
    @ConfigurationPropertiesBinding
    static SecretConverter mostikSecretConverter(KnownSecrets known) {
        return new SecretConverter(known);
    }

    @Bean
    @ConditionalOnMissingBean
    SdkRuntime mostikRuntime(MostikProperties properties, ObjectProvider<AsyncContext> context) {
        AsyncContext carrier = context.getIfAvailable(() -> task -> task);
        MostikProperties.Connections settings = properties.checked().runtime();
        return SdkRuntime.builder()
                .connectTimeout(settings.connectTimeout())
                .connectionsPerHost(settings.connectionsPerHost())
                .taskDecorator(carrier::carry)
                .build();
    }

    @Bean
    ClientSettings mostikClientSettings(
            SdkRuntime runtime,
            MostikProperties properties,
            ObjectProvider<ClientListeners> listeners,
            ObjectProvider<CallListener> ownListeners,
            ObjectProvider<HttpCustomizer> customizers) {
        return new ClientSettings(runtime, properties, listeners, ownListeners, customizers);
    }

    /** Endpoints that show properties. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.boot.actuate.endpoint.SanitizingFunction")
    static class Sanitizing {

        @Bean
        static SecretSanitizer mostikSecretSanitizer(KnownSecrets known) {
            return new SecretSanitizer(known);
        }
    }
}
