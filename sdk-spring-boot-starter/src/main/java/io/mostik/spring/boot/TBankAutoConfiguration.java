package io.mostik.spring.boot;

import io.mostik.bankcards.tbank.Environment;
import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.operations.Operation;
import io.mostik.bankcards.tbank.webhooks.TBankWebhooks;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.ResolvableType;

/** T-Bank: a client for each company that has a token, a route for each whose reports can be proven. */
@AutoConfiguration(
        after = MostikAutoConfiguration.class,
        afterName = "org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration")
@ConditionalOnClass(TBank.class)
@EnableConfigurationProperties(TBankProperties.class)
@Import({TBankAutoConfiguration.Clients.class, TBankAutoConfiguration.Webhooks.class})
class TBankAutoConfiguration {

    private static final String VENDOR = "tbank";

    @Bean
    Accounts<TBank> tBankAccounts(
            TBankProperties properties,
            ClientSettings settings,
            ObjectProvider<SslBundles> bundles,
            ObjectProvider<ClientCustomizer<TBank.Builder>> customizers) {
        return new Accounts<>(VENDOR, client -> {
            TBankProperties.Account account = properties.of(client);
            TBank.Builder builder = TBank.builder()
                    .environment(environment(account, client.prefix()))
                    .token(Needed.of(account.token(), client.prefix() + ".token"))
                    .http(http -> settings.apply(client, account.http(), http));
            if (account.sslBundle() != null) {
                builder.securedTls(
                        bundles.getObject().getBundle(account.sslBundle()).createSslContext());
            }
            customizers.orderedStream().forEach(customizer -> customizer.customize(client, builder));
            return builder.build();
        });
    }

    @Bean
    @Primary
    @ConditionalOnMissingBean
    @ConditionalOnProperty("mostik.tbank.token")
    TBank tBank(Accounts<TBank> tBankAccounts) {
        return tBankAccounts.ofDefault();
    }

    @Bean
    Accounts<WebhookRoute<Operation>> tBankWebhookAccounts(TBankProperties properties) {
        return new Accounts<>(VENDOR, client -> {
            String property = client.prefix() + ".webhook";
            WebhookProof proof = Needed.of(properties.of(client).webhook(), property);
            TBankWebhooks.Builder builder = TBankWebhooks.builder().name(client.toString());
            if (proof.isPair()) {
                builder.basic(proof.user(property), proof.passwordOr(property));
            } else {
                builder.bearer(proof.secretOr(property));
            }
            return new WebhookRoute<>(proof.route(), builder.build());
        });
    }

    @Bean
    @Primary
    @ConditionalOnWebhook("mostik.tbank.webhook")
    WebhookRoute<Operation> tBankWebhook(Accounts<WebhookRoute<Operation>> tBankWebhookAccounts) {
        return tBankWebhookAccounts.ofDefault();
    }

    /** Half a setting is refused: the other half of the calls would go to another bank. */
    private static Environment environment(TBankProperties.Account account, String prefix) {
        if (account.ordinaryUri() == null && account.securedUri() == null) {
            return account.environment() == TBankProperties.Environment.SANDBOX
                    ? Environment.SANDBOX
                    : Environment.PRODUCTION;
        }
        return Environment.of(
                Needed.of(account.ordinaryUri(), prefix + ".ordinary-uri"),
                Needed.of(account.securedUri(), prefix + ".secured-uri"));
    }

    static final class Clients extends AccountRegistrar {
        Clients(org.springframework.core.env.Environment environment) {
            super(environment, VENDOR, ResolvableType.forClass(TBank.class), "tBank", "token");
        }
    }

    static final class Webhooks extends AccountRegistrar {
        Webhooks(org.springframework.core.env.Environment environment) {
            super(
                    environment,
                    VENDOR,
                    ResolvableType.forClassWithGenerics(WebhookRoute.class, Operation.class),
                    "tBankWebhook",
                    "webhook.secret",
                    "webhook.username");
        }
    }
}
