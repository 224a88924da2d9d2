package io.mostik.spring.boot;

import io.mostik.core.JdbcStateStore;
import io.mostik.core.once.Once;
import io.mostik.core.once.OnceWrites;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** The outbox in the application's transactions; needs {@code spring-jdbc}. */
@AutoConfiguration(after = MostikOnceAutoConfiguration.class)
@ConditionalOnClass({DataSource.class, DataSourceUtils.class})
@ConditionalOnBean({JdbcStateStore.class, Once.class})
@ConditionalOnSingleCandidate(DataSource.class)
class MostikOutboxAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    TransactionStore mostikTransactionStore(JdbcStateStore store, DataSource dataSource) {
        return new TransactionStore(store, dataSource);
    }

    @Bean
    OutboxRunner mostikOutboxRunner(MostikProperties properties, ObjectProvider<OnceWrites<?, ?, ?>> writes) {
        return new OutboxRunner(properties.checked().outbox(), writes);
    }

    @Bean
    @ConditionalOnMissingBean
    Outboxes mostikOutboxes(Once once, TransactionStore transactions, OutboxRunner runner) {
        return new Outboxes(once, transactions, runner);
    }
}
