package io.mostik.bridge.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A connection that takes its turn before its first change, and gives it back after the commit. As thread-safe as H2's. */
final class H2Connection {

    private static final Set<String> EXECUTIONS = Set.of(
            "execute", "executeQuery", "executeUpdate", "executeLargeUpdate", "executeBatch", "executeLargeBatch");
    private static final Set<String> LARGE_VALUES = Set.of(
            "setCharacterStream",
            "setNCharacterStream",
            "setAsciiStream",
            "setBinaryStream",
            "setClob",
            "setNClob",
            "setBlob");

    private final Connection real;
    private final OneWriter writer;
    private final Checkpoints checkpoints;
    private final boolean isAwaiting;
    private final boolean rollsBack;
    private final Runnable end;
    private boolean hasTurn;
    private boolean isEnded;

    /**
     * Creates it.
     *
     * @param isAwaiting whether a commit returns when it is written, and a query when all that it may have seen is
     * @param rollsBack whether its pool rolls back even where nothing was changed
     * @param end run once, after it was closed
     */
    H2Connection(
            Connection real,
            OneWriter writer,
            Checkpoints checkpoints,
            boolean isAwaiting,
            boolean rollsBack,
            Runnable end) {
        this.real = real;
        this.writer = writer;
        this.checkpoints = checkpoints;
        this.isAwaiting = isAwaiting;
        this.rollsBack = rollsBack;
        this.end = end;
    }

    Connection proxy() {
        return proxy(Connection.class, (method, arguments) -> switch (method.getName()) {
            case "commit" -> commit(method, arguments);
            case "setAutoCommit" ->
                hasTurn && arguments != null && arguments[0].equals(true)
                        ? commit(method, arguments)
                        : invoke(real, method, arguments);
            case "rollback" ->
                arguments == null || arguments.length == 0
                        ? rollBack(method, arguments)
                        : invoke(real, method, arguments);
            case "close" -> close(method, arguments);
            case "abort" -> abort(method, arguments);
            case "createStatement" -> statement(Statement.class, (Statement) made(method, arguments), "");
            case "prepareStatement" ->
                statement(PreparedStatement.class, (PreparedStatement) made(method, arguments), sql(arguments));
            case "prepareCall" ->
                statement(CallableStatement.class, (CallableStatement) made(method, arguments), sql(arguments));
            default -> invoke(real, method, arguments);
        });
    }

    private <T extends Statement> T statement(Class<T> type, T statement, String prepared) {
        return proxy(type, (method, arguments) -> {
            String name = method.getName();
            if (EXECUTIONS.contains(name)) {
                boolean isQuery = name.startsWith("execute")
                        && !name.endsWith("Update")
                        && !name.endsWith("Batch")
                        && isQuery(arguments == null || arguments.length == 0 ? prepared : sql(arguments));
                return isQuery ? query(statement, method, arguments) : change(statement, method, arguments);
            }
            return LARGE_VALUES.contains(name)
                    ? inTurn(statement, method, arguments) // H2 stores them before the statement is executed
                    : invoke(statement, method, arguments);
        });
    }

    private static boolean isQuery(String sql) {
        String plain = sql.strip().toLowerCase(Locale.ROOT);
        return plain.startsWith("script") || (plain.startsWith("select") && !plain.contains("for update"));
    }

    private @Nullable Object query(Statement statement, Method method, Object @Nullable [] arguments) throws Throwable {
        Object found = invoke(statement, method, arguments);
        if (isAwaiting && !writer.isMine()) {
            checkpoints.await(checkpoints.last(), real);
        }
        return found;
    }

    private @Nullable Object change(Statement statement, Method method, Object @Nullable [] arguments)
            throws Throwable {
        if (!real.getAutoCommit()) {
            takeTurn();
            return invoke(statement, method, arguments);
        }
        long commit;
        Object changed;
        writer.enter();
        try {
            commit = next();
            changed = invoke(statement, method, arguments);
        } finally {
            writer.leave();
        }
        await(commit);
        return changed;
    }

    private @Nullable Object inTurn(Statement statement, Method method, Object @Nullable [] arguments)
            throws Throwable {
        writer.enter();
        try {
            return invoke(statement, method, arguments);
        } finally {
            writer.leave();
        }
    }

    private @Nullable Object commit(Method method, Object @Nullable [] arguments) throws Throwable {
        if (!hasTurn) {
            return invoke(real, method, arguments);
        }
        long commit = next();
        Object done = invoke(real, method, arguments);
        giveTurn();
        await(commit);
        return done;
    }

    /** H2 writes its trees even if there is nothing to take back. */
    private @Nullable Object rollBack(Method method, Object @Nullable [] arguments) throws Throwable {
        takeTurn();
        try {
            return invoke(real, method, arguments);
        } finally {
            giveTurn();
        }
    }

    private @Nullable Object close(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            if (!real.isClosed() && (rollsBack || !real.getAutoCommit())) {
                takeTurn();
            }
        } finally {
            Object unused = abort(method, arguments);
        }
        return null;
    }

    private @Nullable Object abort(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return invoke(real, method, arguments);
        } finally {
            giveTurn();
            endOnce();
        }
    }

    private synchronized void endOnce() {
        if (!isEnded) {
            isEnded = true;
            end.run();
        }
    }

    private long next() throws SQLException {
        return isAwaiting ? checkpoints.next() : 0;
    }

    private void await(long commit) throws SQLException {
        if (isAwaiting) {
            checkpoints.await(commit, real);
        }
    }

    private void takeTurn() throws SQLException {
        if (!hasTurn) {
            writer.enter();
            hasTurn = true;
        }
    }

    private synchronized void giveTurn() {
        if (hasTurn) {
            hasTurn = false;
            writer.leave();
        }
    }

    private Object made(Method method, Object @Nullable [] arguments) throws Throwable {
        return Objects.requireNonNull(invoke(real, method, arguments), method.getName());
    }

    private static String sql(Object @Nullable [] arguments) {
        return arguments != null && arguments.length > 0 && arguments[0] instanceof String sql ? sql : "";
    }

    private @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof SQLException failure) {
                checkpoints.failed(failure);
            }
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, Invocation invocation) {
        return type.cast(Proxy.newProxyInstance(
                H2Connection.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> invocation.invoke(method, arguments)));
    }

    /** What a call of an interface does. */
    private interface Invocation {
        @Nullable
        Object invoke(Method method, Object @Nullable [] arguments) throws Throwable;
    }
}
