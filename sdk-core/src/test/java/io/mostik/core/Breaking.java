package io.mostik.core;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/** Data sources over real ones that break, or behave as those of a container. */
final class Breaking {

    private Breaking() {}

    /** Something that is done before a method of JDBC is called, and may throw. */
    interface Before {
        void call(String method) throws Exception;
    }

    /** Returns a data source that does something before each call of its connections and their prepared statements. */
    static DataSource before(DataSource source, Before before) {
        return proxy(DataSource.class, source, before);
    }

    /** Returns a data source with one connection, which stays open. */
    static DataSource shared(Connection connection) {
        Connection open = (Connection) Proxy.newProxyInstance(
                Breaking.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) ->
                        method.getName().equals("close") ? null : invoke(connection, method, arguments));
        return (DataSource) Proxy.newProxyInstance(
                Breaking.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> open);
    }

    /** Returns a data source that gives the connection of an open transaction while there is one, as containers do. */
    static DataSource bound(DataSource source, AtomicReference<Connection> transaction) {
        return (DataSource) Proxy.newProxyInstance(
                Breaking.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> transaction.get() == null
                        ? source.getConnection()
                        : shared(transaction.get()).getConnection());
    }

    private static <T> T proxy(Class<T> type, Object target, Before before) {
        return type.cast(Proxy.newProxyInstance(
                Breaking.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    before.call(method.getName());
                    Object result = invoke(target, method, arguments);
                    if (result instanceof PreparedStatement statement) {
                        return proxy(PreparedStatement.class, statement, before);
                    }
                    return result instanceof Connection connection
                            ? proxy(Connection.class, connection, before)
                            : result;
                }));
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
