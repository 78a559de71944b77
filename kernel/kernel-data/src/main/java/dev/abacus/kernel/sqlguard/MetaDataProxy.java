package dev.abacus.kernel.sqlguard;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.DatabaseMetaData;

/** What the database tells about itself; it holds no tenant's rows, but must not hold the way to them either. */
final class MetaDataProxy extends JdbcProxy<DatabaseMetaData> {

    private final Connection connection;

    MetaDataProxy(DatabaseMetaData target, Connection connection) {
        super(DatabaseMetaData.class, target);
        this.connection = connection;
    }

    @Override
    Object call(Method method, Object[] arguments) throws Throwable {
        return method.getName().equals("getConnection")
                ? connection
                : ResultProxy.guarded(pass(method, arguments), null);
    }
}
