package dev.abacus.kernel.messaging;

import dev.abacus.kernel.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** An event as a row keeps it, be it on its way out or in. */
public final class StoredEnvelope {

    /** What must be selected to read one. */
    public static final String COLUMNS = "id, tenant_id, aggregate, type, payload, headers";

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private StoredEnvelope() {}

    public static Envelope read(ResultSet row, JsonMapper json) throws SQLException {
        return new Envelope(
                row.getLong("id"),
                new TenantId(row.getLong("tenant_id")),
                row.getString("aggregate"),
                row.getString("type"),
                row.getString("payload"),
                json.readValue(row.getString("headers"), HEADERS));
    }
}
