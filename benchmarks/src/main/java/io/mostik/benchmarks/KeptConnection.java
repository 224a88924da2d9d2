package io.mostik.benchmarks;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A pool of one connection, which costs nothing: what is measured is the database and the way to it. For one thread. */
record KeptConnection(Connection connection) implements AutoCloseable {

    static KeptConnection open(Database database) throws SQLException {
        return new KeptConnection(DriverManager.getConnection(database.url(), database.user(), database.password()));
    }

    /** Returns a source that gives out the connection again and again. */
    DataSource source() {
        Connection kept = (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getConnection" -> kept;
                    case "toString" -> "kept connection";
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
