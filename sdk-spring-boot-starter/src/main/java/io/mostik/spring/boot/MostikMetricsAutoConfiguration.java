package io.mostik.spring.boot;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.mostik.core.once.FeedListener;
import io.mostik.core.webhook.WebhookListener;
import io.mostik.micrometer.MostikMetrics;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** Metrics and traces, where the application has a meter registry and {@code sdk-micrometer}. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration"
        })
@ConditionalOnClass({MostikMetrics.class, MeterRegistry.class})
@ConditionalOnBean(MeterRegistry.class)
@ConditionalOnProperty(name = "mostik.metrics", havingValue = "true", matchIfMissing = true)
class MostikMetricsAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    MostikMetrics mostikMetrics(MeterRegistry meters, ObjectProvider<ObservationRegistry> observations) {
        ObservationRegistry registry = observations.getIfUnique();
        return registry == null ? MostikMetrics.of(meters) : MostikMetrics.of(meters, registry);
    }

    @Bean
    ClientListeners mostikMetricsOfClients(MostikMetrics metrics) {
        return client -> metrics.calls(client.toString());
    }

    @Bean
    WebhookListener mostikMetricsOfWebhooks(MostikMetrics metrics) {
        return metrics.webhooks();
    }

    @Bean
    FeedListener mostikMetricsOfFeeds(MostikMetrics metrics) {
        return metrics.feeds();
    }

    @Bean
    AsyncContext mostikAsyncContext(MostikMetrics metrics) {
        return task -> metrics.taskDecorator().apply(task);
    }
}
