package io.mostik.spring.boot;

import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.external.ExternalAction;
import io.mostik.salesautopilot.external.ExternalActions;
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

/** SalesAutopilot: a client for each account that has a key pair, a route for each whose actions can be proven. */
@AutoConfiguration(after = MostikAutoConfiguration.class)
@ConditionalOnClass(SalesAutopilot.class)
@EnableConfigurationProperties(SalesAutopilotProperties.class)
@Import({SalesAutopilotAutoConfiguration.Clients.class, SalesAutopilotAutoConfiguration.Webhooks.class})
class SalesAutopilotAutoConfiguration {

    private static final String VENDOR = "salesautopilot";

    @Bean
    Accounts<SalesAutopilot> salesAutopilotAccounts(
            SalesAutopilotProperties properties,
            ClientSettings settings,
            ObjectProvider<ClientCustomizer<SalesAutopilot.Builder>> customizers) {
        return new Accounts<>(VENDOR, client -> {
            SalesAutopilotProperties.Account account = properties.of(client);
            SalesAutopilot.Builder builder = SalesAutopilot.builder()
                    .keyPair(
                            Needed.of(account.username(), client.prefix() + ".username"),
                            Needed.of(account.password(), client.prefix() + ".password"))
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
    @ConditionalOnProperty("mostik.salesautopilot.password")
    SalesAutopilot salesAutopilot(Accounts<SalesAutopilot> salesAutopilotAccounts) {
        return salesAutopilotAccounts.ofDefault();
    }

    @Bean
    Accounts<WebhookRoute<ExternalAction>> salesAutopilotWebhookAccounts(SalesAutopilotProperties properties) {
        return new Accounts<>(VENDOR, client -> {
            String property = client.prefix() + ".webhook";
            WebhookProof proof = Needed.of(properties.of(client).webhook(), property);
            return new WebhookRoute<>(
                    proof.route(),
                    ExternalActions.builder()
                            .basic(proof.user(property), proof.passwordOr(property))
                            .name(client.toString())
                            .build());
        });
    }

    @Bean
    @Primary
    @ConditionalOnWebhook("mostik.salesautopilot.webhook")
    WebhookRoute<ExternalAction> salesAutopilotWebhook(
            Accounts<WebhookRoute<ExternalAction>> salesAutopilotWebhookAccounts) {
        return salesAutopilotWebhookAccounts.ofDefault();
    }

    static final class Clients extends AccountRegistrar {
        Clients(Environment environment) {
            super(environment, VENDOR, ResolvableType.forClass(SalesAutopilot.class), "salesAutopilot", "password");
        }
    }

    static final class Webhooks extends AccountRegistrar {
        Webhooks(Environment environment) {
            super(
                    environment,
                    VENDOR,
                    ResolvableType.forClassWithGenerics(WebhookRoute.class, ExternalAction.class),
                    "salesAutopilotWebhook",
                    "webhook.secret",
                    "webhook.username");
        }
    }
}
