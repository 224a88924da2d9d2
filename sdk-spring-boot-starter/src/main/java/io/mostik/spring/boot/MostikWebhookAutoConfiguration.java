package io.mostik.spring.boot;

import io.mostik.core.once.Once;
import io.mostik.core.webhook.WebhookListener;
import jakarta.servlet.Servlet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;

/** Serves webhooks in a servlet container. */
@AutoConfiguration(after = {MostikStoreAutoConfiguration.class, MostikMetricsAutoConfiguration.class})
@ConditionalOnClass({Servlet.class, ServletRegistrationBean.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class MostikWebhookAutoConfiguration {

    @Bean
    WebhookThreads mostikWebhookThreads(MostikProperties properties) {
        return new WebhookThreads(properties.checked().inbox().threads());
    }

    @Bean
    WebhookEndpoints mostikWebhookEndpoints(
            ConfigurableListableBeanFactory beans,
            ObjectProvider<Once> once,
            ObjectProvider<WebhookListener> listeners,
            WebhookThreads threads) {
        return new WebhookEndpoints(beans, once, listeners, threads);
    }

    @Bean
    ServletRegistrationBean<WebhookDispatcher> mostikWebhooks(WebhookEndpoints endpoints) {
        ServletRegistrationBean<WebhookDispatcher> registration = new ServletRegistrationBean<>(
                new WebhookDispatcher(endpoints), endpoints.paths().toArray(String[]::new));
        registration.setName("mostikWebhooks");
        registration.setEnabled(!endpoints.paths().isEmpty());
        return registration;
    }
}
