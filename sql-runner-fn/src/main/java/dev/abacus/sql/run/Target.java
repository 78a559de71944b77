package dev.abacus.sql.run;

import dev.abacus.sql.release.TargetKind;
import dev.abacus.sql.split.Statement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * A shard, or a tenant in its shard.
 *
 * @param name unique within a release
 * @param server whose capacity it takes, host and port
 * @param tenant null for a shard
 */
public record Target(String name, String server, String schema, String user, String password, Long tenant) {

    public static Target shard(String server, String schema, String user, String password) {
        return new Target(schema, server, schema, user, password, null);
    }

    public static Target tenant(String server, String schema, String user, String password, long tenant) {
        return new Target(schema + "/" + tenant, server, schema, user, password, tenant);
    }

    /** @param session variables of the session, as the driver takes them; may be empty */
    Connection connect(String session) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("tcpKeepAlive", "true");
        if (!session.isEmpty()) {
            properties.setProperty("sessionVariables", session);
        }
        return DriverManager.getConnection("jdbc:mariadb://" + server + "/" + schema, properties);
    }

    public Connection connect() throws SQLException {
        return connect("");
    }

    /** The statement as it runs here. */
    Statement fill(Statement statement) {
        return tenant == null
                ? statement
                : statement.withText(statement.text().replace(TargetKind.TENANT_PLACEHOLDER, Long.toString(tenant)));
    }

    /** A query as it runs here. */
    public String fill(String query) {
        return tenant == null ? query : query.replace(TargetKind.TENANT_PLACEHOLDER, Long.toString(tenant));
    }

    /** Without the password. */
    @Override
    public String toString() {
        return name + " on " + server;
    }
}
