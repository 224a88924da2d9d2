package io.mostik.spring.boot;

import io.mostik.pbx.PbxClient;
import io.mostik.pbx.vipex.Vipex;
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

/** A PBX: a client for each customer that has an address. */
@AutoConfiguration(after = MostikAutoConfiguration.class)
@ConditionalOnClass(PbxClient.class)
@EnableConfigurationProperties(PbxProperties.class)
@Import({PbxAutoConfiguration.Clients.class, PbxWebhookRoutes.class})
class PbxAutoConfiguration {

    private static final String VENDOR = "pbx";

    @Bean
    Accounts<PbxClient> pbxAccounts(
            PbxProperties properties,
            ClientSettings settings,
            ObjectProvider<ClientCustomizer<PbxClient.Builder>> customizers) {
        return new Accounts<>(VENDOR, client -> {
            PbxProperties.Account account = properties.of(client);
            PbxClient.Builder builder = Vipex.client()
                    .baseUri(Needed.of(account.baseUri(), client.prefix() + ".base-uri"))
                    .http(http -> settings.apply(client, account.http(), http));
            if (account.apiKey() != null) {
                builder.apiKey(account.apiKey());
            } else {
                builder.credentials(
                        Needed.of(account.username(), client.prefix() + ".username"),
                        Needed.of(account.password(), client.prefix() + ".password"));
            }
            customizers.orderedStream().forEach(customizer -> customizer.customize(client, builder));
            return builder.build();
        });
    }

    @Bean
    @Primary
    @ConditionalOnMissingBean
    @ConditionalOnProperty("mostik.pbx.base-uri")
    PbxClient pbx(Accounts<PbxClient> pbxAccounts) {
        return pbxAccounts.ofDefault();
    }

    static final class Clients extends AccountRegistrar {
        Clients(Environment environment) {
            super(environment, VENDOR, ResolvableType.forClass(PbxClient.class), "pbx", "base-uri");
        }
    }
}
