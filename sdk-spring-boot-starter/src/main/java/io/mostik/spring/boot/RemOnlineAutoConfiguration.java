package io.mostik.spring.boot;

import io.mostik.remonline.RemOnline;
import io.mostik.remonline.webhooks.RemOnlineEvent;
import io.mostik.remonline.webhooks.RemOnlineWebhooks;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;

/** RemOnline: a client for each account that has a key, a route for each that has a webhook's secret. */
@AutoConfiguration(after = MostikAutoConfiguration.class)
@ConditionalOnClass(RemOnline.class)
@EnableConfigurationProperties(RemOnlineProperties.class)
@Import({RemOnlineAutoConfiguration.Clients.class, RemOnlineAutoConfiguration.Webhooks.class})
class RemOnlineAutoConfiguration {

    private static final String VENDOR = "remonline";

    @Bean
    Accounts<RemOnline> remOnlineAccounts(
            RemOnlineProperties properties,
            ClientSettings settings,
            ObjectProvider<ClientCustomizer<RemOnline.Builder>> customizers) {
        return new Accounts<>(VENDOR, client -> {
            RemOnlineProperties.Account account = properties.of(client);
            RemOnline.Builder builder = RemOnline.builder()
                    .apiKey(Needed.of(account.apiKey(), client.prefix() + ".api-key"))
                    .http(http -> settings.apply(client, account.http(), http));
            if (account.baseUri() != null) {
                builder.baseUri(account.baseUri());
            }
            customizers.orderedStream().forEach(customizer -> customizer.customize(client, builder));
            return builder.build();
        });
    }

    @Bean
    @Primary
    @ConditionalOnMissingBean
    @ConditionalOnProperty("mostik.remonline.api-key")
    RemOnline remOnline(Accounts<RemOnline> remOnlineAccounts) {
        return remOnlineAccounts.ofDefault();
    }

    @Bean
    Accounts<WebhookRoute<RemOnlineEvent>> remOnlineWebhookAccounts(RemOnlineProperties properties) {
        return new Accounts<>(VENDOR, client -> {
            String property = client.prefix() + ".webhook";
            WebhookProof proof = Needed.of(properties.of(client).webhook(), property);
            return new WebhookRoute<>(
                    proof.route(),
                    RemOnlineWebhooks.builder()
                            .secret(proof.secretOr(property))
                            .name(client.toString())
                            .build());
        });
    }

    @Bean
    @Primary
    @ConditionalOnProperty("mostik.remonline.webhook.secret")
    WebhookRoute<RemOnlineEvent> remOnlineWebhook(Accounts<WebhookRoute<RemOnlineEvent>> remOnlineWebhookAccounts) {
        return remOnlineWebhookAccounts.ofDefault();
    }

    static final class Clients extends AccountRegistrar {
        Clients(Environment environment) {
            super(environment, VENDOR, ResolvableType.forClass(RemOnline.class), "remOnline", "api-key");
        }
    }

    static final class Webhooks extends AccountRegistrar {
        Webhooks(Environment environment) {
            super(
                    environment,
                    VENDOR,
                    ResolvableType.forClassWithGenerics(WebhookRoute.class, RemOnlineEvent.class),
                    "remOnlineWebhook",
                    "webhook.secret");
        }
    }
}
