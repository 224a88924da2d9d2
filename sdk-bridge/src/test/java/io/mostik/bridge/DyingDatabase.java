package io.mostik.bridge;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * A real database to which a process loses its way at one step: at the n-th statement or commit, before or after it was
 * done. From then on nothing gets through, as if the process were dead.
 */
public final class DyingDatabase implements DataSource {

    private static final Set<String> ENDS = Set.of("close", "abort", "rollback", "setAutoCommit");
    private static final Set<String> EXECUTIONS = Set.of("execute", "executeQuery", "executeUpdate", "executeBatch");

    private final DataSource database;
    private final int lastStep;
    private final boolean isDone;
    private int steps;
    private boolean isDead;

    /**
     * Creates the way to a database.
     *
     * @param lastStep the step at which it ends; the first is 1
     * @param isDone whether that step still reaches the database
     */
    public DyingDatabase(DataSource database, int lastStep, boolean isDone) {
        this.database = database;
        this.lastStep = lastStep;
        this.isDone = isDone;
    }

    /** Returns how many steps there were. */
    public synchronized int steps() {
        return steps;
    }

    @Override
    public Connection getConnection() throws SQLException {
        requireAlive();
        return proxy(Connection.class, database.getConnection());
    }

    private <T> T proxy(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(
                DyingDatabase.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    String name = method.getName();
                    if (isDead() && ENDS.contains(name)) {
                        return end(real, name);
                    }
                    boolean isStep = name.equals("commit") || (EXECUTIONS.contains(name));
                    if (isStep) {
                        before();
                    }
                    Object result = invoke(real, method, arguments);
                    if (isStep) {
                        after();
                    }
                    return result instanceof PreparedStatement statement && type == Connection.class
                            ? proxy(PreparedStatement.class, statement)
                            : result;
                }));
    }

    /** The database rolls back what a dead process had open. */
    private static Object end(Object real, String name) throws SQLException {
        if (real instanceof Connection connection && (name.equals("close") || name.equals("abort"))) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            connection.close();
            return 0;
        }
        if (real instanceof PreparedStatement statement && name.equals("close")) {
            statement.close();
            return 0;
        }
        throw new SQLException("the process is dead");
    }

    private static Object invoke(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private synchronized void before() throws SQLException {
        requireAlive();
        steps++;
        if (steps == lastStep && !isDone) {
            isDead = true;
            requireAlive();
        }
    }

    private synchronized void after() throws SQLException {
        if (steps == lastStep && isDone) {
            isDead = true;
            requireAlive();
        }
    }

    private synchronized boolean isDead() {
        return isDead;
    }

    private synchronized void requireAlive() throws SQLException {
        if (isDead) {
            throw new SQLException("the process is dead", "08006");
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return database.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        database.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        database.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return database.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("io.mostik.bridge");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("nothing to unwrap");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
