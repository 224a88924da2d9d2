package io.mostik.spring.boot;

import io.mostik.pbx.IncomingCall;
import io.mostik.pbx.vipex.Vipex;
import io.mostik.pbx.webhooks.CallData;
import io.mostik.pbx.webhooks.PbxWebhooks;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a PBX pushes. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebhook("mostik.pbx.webhook")
class PbxWebhookRoutes {

    private static final String PROPERTY = "mostik.pbx.webhook";

    private final PbxProperties.Webhook settings;

    PbxWebhookRoutes(PbxProperties properties) {
        this.settings = Needed.of(properties.webhook(), PROPERTY);
    }

    @Bean
    @ConditionalOnMissingBean
    PbxWebhooks pbxWebhooks() {
        PbxWebhooks.Builder builder = Vipex.webhooks();
        return settings.username() == null
                ? builder.secret(Needed.of(settings.secret(), PROPERTY + ".secret"))
                        .build()
                : builder.basic(settings.username(), Needed.of(settings.password(), PROPERTY + ".password"))
                        .build();
    }

    @Bean
    WebhookRoute<IncomingCall> pbxIncomingCallWebhook(PbxWebhooks webhooks) {
        return new WebhookRoute<>(Optional.ofNullable(settings.incomingCallPath()), webhooks.incomingCalls());
    }

    @Bean
    WebhookRoute<CallData> pbxCallDataWebhook(PbxWebhooks webhooks) {
        return new WebhookRoute<>(Optional.ofNullable(settings.callDataPath()), webhooks.callData());
    }
}
