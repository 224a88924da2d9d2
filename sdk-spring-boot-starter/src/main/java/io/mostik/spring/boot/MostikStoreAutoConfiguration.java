package io.mostik.spring.boot;

import io.mostik.core.JdbcStateStore;
import io.mostik.core.StateStore;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the SDK remembers: the application's database, or memory where that is asked for. */
@AutoConfiguration(
        after = MostikAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"
        })
class MostikStoreAutoConfiguration {

    /** In the application's database. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(DataSource.class)
    @ConditionalOnSingleCandidate(DataSource.class)
    @ConditionalOnMissingBean(StateStore.class)
    @ConditionalOnProperty(name = "mostik.store.type", havingValue = "jdbc", matchIfMissing = true)
    static class Jdbc {

        @Bean
        JdbcStateStore mostikStateStore(DataSource dataSource) {
            return JdbcStateStore.create(dataSource);
        }
    }

    /** In memory. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(StateStore.class)
    @ConditionalOnProperty(name = "mostik.store.type", havingValue = "memory")
    static class Memory {

        @Bean
        StateStore mostikStateStore() {
            return StateStore.inMemory();
        }
    }
}
