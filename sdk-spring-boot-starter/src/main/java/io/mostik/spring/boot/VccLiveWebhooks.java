package io.mostik.spring.boot;

import io.mostik.core.webhook.WebhookReceiver;
import io.mostik.pbx.vcclive.webhooks.CallDisposition;
import io.mostik.pbx.vcclive.webhooks.PaymentTransaction;
import io.mostik.pbx.vcclive.webhooks.UserEvent;
import io.mostik.pbx.vcclive.webhooks.VccEvent;
import io.mostik.pbx.vcclive.webhooks.VccWebhooks;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The webhooks of VCC Live. The gates, which answer, are made from {@link VccWebhooks} as a {@link WebhookMapping}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("mostik.vcclive.webhook.secret")
class VccLiveWebhooks {

    private static final String PROPERTY = "mostik.vcclive.webhook";

    private final VccLiveProperties.Webhook settings;

    VccLiveWebhooks(VccLiveProperties properties) {
        this.settings = Needed.of(properties.webhook(), PROPERTY);
    }

    @Bean
    @ConditionalOnMissingBean
    VccWebhooks vccWebhooks() {
        return VccWebhooks.builder()
                .secret(settings.parameter(), Needed.of(settings.secret(), PROPERTY + ".secret"))
                .build();
    }

    @Bean
    WebhookRoute<CallDisposition> vccCallDispositionWebhook(VccWebhooks webhooks) {
        return route(settings.callDispositionPath(), webhooks, VccWebhooks::callDisposition);
    }

    @Bean
    WebhookRoute<PaymentTransaction> vccPaymentTransactionWebhook(VccWebhooks webhooks) {
        return route(settings.paymentTransactionPath(), webhooks, VccWebhooks::paymentTransaction);
    }

    @Bean
    WebhookRoute<UserEvent> vccUserWebhook(VccWebhooks webhooks) {
        return route(settings.userPath(), webhooks, VccWebhooks::userEvents);
    }

    @Bean
    WebhookRoute<VccEvent> vccAnyWebhook(VccWebhooks webhooks) {
        return route(settings.anyPath(), webhooks, VccWebhooks::anyEvent);
    }

    private static <E> WebhookRoute<E> route(
            @Nullable String path, VccWebhooks webhooks, Function<VccWebhooks, WebhookReceiver<E>> receiver) {
        return new WebhookRoute<>(Optional.ofNullable(path), receiver.apply(webhooks));
    }
}
