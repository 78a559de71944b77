package dev.abacus.kernel.sqlguard;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.ConnectionBuilder;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * The only way to the shards for the code of a service: every connection, and whatever comes out of it, asks the guard
 * before a statement is executed, with the values that it is about to send.
 *
 * <p>There is no way around it by JDBC's own means: {@code unwrap} is refused, {@code getConnection()} of a statement and
 * {@code getStatement()} of a result lead back here, and so does the meta data. What the kernel itself must do to the
 * physical sources (migrations), it does with them, before they are wrapped.
 */
public final class GuardedDataSource implements DataSource, AutoCloseable {

    private final DataSource target;
    private final SqlGuard guard;

    public GuardedDataSource(DataSource target, SqlGuard guard) {
        this.target = target;
        this.guard = guard;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return ConnectionProxy.of(target.getConnection(), guard);
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("the sharded source knows its own users");
    }

    @Override
    public ConnectionBuilder createConnectionBuilder() throws SQLException {
        throw new SQLFeatureNotSupportedException("the sharded source builds its own connections");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw JdbcProxy.wayAround("unwrap");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return target.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        target.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        target.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return target.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return target.getParentLogger();
    }

    /** Closes the source below, if it can be closed. */
    @Override
    public void close() throws Exception {
        if (target instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }
}
