package io.mostik.spring.boot;

import io.mostik.core.JdbcStateStore;
import io.mostik.core.StateStore;
import java.sql.Connection;
import java.util.Objects;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The state store inside the transaction of the application that is under way on this thread: what is written there is
 * committed with the application's own rows, or rolled back with them. Thread-safe.
 *
 * <pre>{@code
 * @Transactional
 * void accept(Order order) {
 *     orders.save(order);
 *     transactions.in(store -> grants.in(store).plan(order.id(), order.grant()));
 * }
 * }</pre>
 *
 * @see Outbox
 */
public final class TransactionStore {

    private final JdbcStateStore store;
    private final DataSource dataSource;

    /**
     * Creates one.
     *
     * @param store a store over the same database
     * @param dataSource the one whose transactions Spring manages
     */
    public TransactionStore(JdbcStateStore store, DataSource dataSource) {
        this.store = Objects.requireNonNull(store, "store");
        this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
    }

    /**
     * Does something with the store in the transaction of this thread.
     *
     * @throws IllegalStateException if there is none
     * @throws io.mostik.core.StateStoreException if the database fails; the transaction must be rolled back then
     */
    public <T> T in(Function<? super StateStore, ? extends T> work) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "no transaction is under way on this thread: call from a @Transactional method");
        }
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            return work.apply(store.within(connection));
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }
}
