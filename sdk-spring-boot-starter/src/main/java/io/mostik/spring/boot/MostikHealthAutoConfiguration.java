package io.mostik.spring.boot;

import io.mostik.core.TimeSource;
import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Health from the last outcomes of each client. Spring Boot 3 and 4 have it under different names. */
@AutoConfiguration
@ConditionalOnProperty(name = "management.health.mostik.enabled", havingValue = "true", matchIfMissing = true)
@EnableConfigurationProperties(MostikProperties.class)
class MostikHealthAutoConfiguration {

    private static final String BOOT_3 = "org.springframework.boot.actuate.health.HealthIndicator";
    private static final String BOOT_4 = "org.springframework.boot.health.contributor.HealthIndicator";

    @Bean
    LastOutcomes mostikLastOutcomes(MostikProperties properties) {
        return new LastOutcomes(properties.checked().health().failures(), TimeSource.system());
    }

    private static void details(LastOutcomes outcomes, BiConsumer<String, Map<String, Object>> builder) {
        outcomes.clients().forEach((client, known) -> builder.accept(client, known.details()));
    }

    /** Spring Boot 3. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = BOOT_3)
    static class Boot3 {

        @Bean
        org.springframework.boot.actuate.health.HealthIndicator mostikHealthIndicator(LastOutcomes outcomes) {
            return () -> {
                var health = new org.springframework.boot.actuate.health.Health.Builder();
                if (outcomes.isAnyDown()) {
                    health.down();
                } else if (outcomes.isAnyKnown()) {
                    health.up();
                } else {
                    health.unknown();
                }
                details(outcomes, health::withDetail);
                return health.build();
            };
        }
    }

    /** Spring Boot 4. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = BOOT_4)
    @ConditionalOnMissingClass(BOOT_3)
    static class Boot4 {

        @Bean
        org.springframework.boot.health.contributor.HealthIndicator mostikHealthIndicator(LastOutcomes outcomes) {
            return () -> {
                var health = new org.springframework.boot.health.contributor.Health.Builder();
                if (outcomes.isAnyDown()) {
                    health.down();
                } else if (outcomes.isAnyKnown()) {
                    health.up();
                } else {
                    health.unknown();
                }
                details(outcomes, health::withDetail);
                return health.build();
            };
        }
    }
}
