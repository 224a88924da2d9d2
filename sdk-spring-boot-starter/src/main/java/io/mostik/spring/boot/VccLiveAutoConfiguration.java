package io.mostik.spring.boot;

import io.mostik.pbx.vcclive.VccLive;
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

/** VCC Live: a client for each account that has a token. */
@AutoConfiguration(after = MostikAutoConfiguration.class)
@ConditionalOnClass(VccLive.class)
@EnableConfigurationProperties(VccLiveProperties.class)
@Import({VccLiveAutoConfiguration.Clients.class, VccLiveWebhooks.class})
class VccLiveAutoConfiguration {

    private static final String VENDOR = "vcclive";

    @Bean
    Accounts<VccLive> vccLiveAccounts(
            VccLiveProperties properties,
            ClientSettings settings,
            ObjectProvider<ClientCustomizer<VccLive.Builder>> customizers) {
        return new Accounts<>(VENDOR, client -> {
            VccLiveProperties.Account account = properties.of(client);
            VccLive.Builder builder = VccLive.builder()
                    .customer(Needed.of(account.customer(), client.prefix() + ".customer"))
                    .token(Needed.of(account.token(), client.prefix() + ".token"))
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
    @ConditionalOnProperty("mostik.vcclive.token")
    VccLive vccLive(Accounts<VccLive> vccLiveAccounts) {
        return vccLiveAccounts.ofDefault();
    }

    static final class Clients extends AccountRegistrar {
        Clients(Environment environment) {
            super(environment, VENDOR, ResolvableType.forClass(VccLive.class), "vccLive", "token");
        }
    }
}
