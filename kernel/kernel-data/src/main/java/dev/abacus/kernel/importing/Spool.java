package dev.abacus.kernel.importing;

import dev.abacus.kernel.tenancy.TenantContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The bytes of uploaded files, in parts of the current tenant's shard, so that any instance can read them. */
final class Spool {

    private static final int PART = 256 * 1024;

    private final String table;
    private final JdbcClient jdbc;

    Spool(String service, JdbcClient jdbc) {
        this.table = service + "_import_part";
        this.jdbc = jdbc;
    }

    /** What was written. */
    record Written(String sha256, long bytes) {}

    /** @throws FileTooLarge when there are more than {@code limit} bytes; what was written until then stays */
    Written write(ImportId id, InputStream file, long limit) throws IOException {
        MessageDigest digest = sha256();
        InputStream digested = new DigestInputStream(file, digest);
        long bytes = 0;
        for (int number = 0; ; number++) {
            byte[] part = digested.readNBytes(PART);
            bytes += part.length;
            if (bytes > limit) {
                throw new FileTooLarge(limit);
            }
            if (part.length > 0) {
                jdbc.sql("INSERT INTO " + table + " (tenant_id, import_id, number, content) VALUES (?, ?, ?, ?)")
                        .params(tenant(), id.value(), number, part)
                        .update();
            }
            if (part.length < PART) {
                return new Written(HexFormat.of().formatHex(digest.digest()), bytes);
            }
        }
    }

    /** Reads the parts one after the other, each when it is needed; in the tenant that the reader is then bound to. */
    InputStream read(ImportId id) {
        return new java.io.SequenceInputStream(new Enumeration<>() {

            private int number;
            private Optional<byte[]> next = Optional.empty();

            @Override
            public boolean hasMoreElements() {
                if (next.isEmpty()) {
                    next = part(id, number);
                }
                return next.isPresent();
            }

            @Override
            public InputStream nextElement() {
                if (!hasMoreElements()) {
                    throw new NoSuchElementException();
                }
                InputStream part = new ByteArrayInputStream(next.orElseThrow());
                next = Optional.empty();
                number++;
                return part;
            }
        });
    }

    void delete(ImportId id) {
        jdbc.sql("DELETE FROM " + table + " WHERE tenant_id = ? AND import_id = ?")
                .params(tenant(), id.value())
                .update();
    }

    private Optional<byte[]> part(ImportId id, int number) {
        return jdbc.sql("SELECT content FROM " + table + " WHERE tenant_id = ? AND import_id = ? AND number = ?")
                .params(tenant(), id.value(), number)
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    private static long tenant() {
        return TenantContext.require().value();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
