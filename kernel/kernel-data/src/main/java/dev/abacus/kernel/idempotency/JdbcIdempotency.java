package dev.abacus.kernel.idempotency;

import dev.abacus.kernel.persistence.ColumnTime;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.web.IdempotencyKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keys in a table of the tenant's shard. The key's row is inserted before the work and in its transaction: a second
 * request waits on the row until the first has committed or given up, so the database alone decides who is first.
 */
final class JdbcIdempotency implements Idempotency {

    private static final int LOCK_ATTEMPTS = 5;

    private final String table;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;

    JdbcIdempotency(String service, JdbcClient jdbc, TransactionTemplate transaction, JsonMapper json, Clock clock) {
        this.table = service + "_idempotency";
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    private record Kept(String requestHash, String response) {}

    @Override
    public <R> R once(IdempotencyKey key, String operation, Object request, Class<R> type, Supplier<R> work) {
        if (!key.isPresent()) {
            return transaction.execute(status -> work.get());
        }
        String hash = hash(request);
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(status -> attempt(key, operation, hash, type, work));
            } catch (CannotAcquireLockException e) {
                // When the first of a waiting crowd gives up, the database may break the tie by a deadlock.
                if (attempt == LOCK_ATTEMPTS || TransactionSynchronizationManager.isActualTransactionActive()) {
                    throw e;
                }
            }
        }
    }

    private <R> R attempt(IdempotencyKey key, String operation, String hash, Class<R> type, Supplier<R> work) {
        if (!claim(key, operation, hash)) {
            return repeat(key, operation, hash, type);
        }
        R result = work.get();
        keep(key, operation, json.writeValueAsString(result));
        return result;
    }

    private boolean claim(IdempotencyKey key, String operation, String hash) {
        try {
            jdbc.sql("INSERT INTO " + table
                            + " (tenant_id, operation, idem_key, request_hash, created_at) VALUES (?, ?, ?, ?, ?)")
                    .params(TenantContext.require().value(), operation, key.value(), hash, ColumnTime.now(clock))
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    private <R> R repeat(IdempotencyKey key, String operation, String hash, Class<R> type) {
        // A plain read: under read committed it sees the first one's answer, which is committed, since the insert
        // waited
        // for it. A locking read would deadlock the waiting crowd on the shared locks that its failed inserts left.
        Kept kept = jdbc.sql("SELECT request_hash, response FROM " + table
                        + " WHERE tenant_id = ? AND operation = ? AND idem_key = ?")
                .params(TenantContext.require().value(), operation, key.value())
                .query((row, n) -> new Kept(row.getString(1), row.getString(2)))
                .single();
        if (!kept.requestHash().equals(hash)) {
            throw new IdempotencyKeyReused();
        }
        return json.readValue(kept.response(), type);
    }

    private void keep(IdempotencyKey key, String operation, String response) {
        jdbc.sql("UPDATE " + table + " SET response = ? WHERE tenant_id = ? AND operation = ? AND idem_key = ?")
                .params(response, TenantContext.require().value(), operation, key.value())
                .update();
    }

    private String hash(Object request) {
        try {
            byte[] bytes = json.writeValueAsString(request).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
