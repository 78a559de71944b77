package dev.abacus.kernel.testapp;

import dev.abacus.kernel.importing.Chunk;
import dev.abacus.kernel.importing.ChunkImporter;
import dev.abacus.kernel.importing.Column;
import dev.abacus.kernel.importing.Row;
import dev.abacus.kernel.importing.RowError;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.tenancy.TenantId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Imports notes; can be told to fail on a note, after its database work. */
@Component
public class NoteImporter implements ChunkImporter<String> {

    private final Map<TenantId, List<Integer>> attempted = new ConcurrentHashMap<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final JdbcClient jdbc;
    private volatile String poisonous;

    NoteImporter(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next {@code times} chunks with this note in it fail. */
    public void failOn(String note, int times) {
        poisonous = note;
        failures.set(times);
    }

    /** The numbers of the tenant's chunks in the order in which they were tried. */
    public List<Integer> attempted(TenantId tenant) {
        return attempted.getOrDefault(tenant, List.of());
    }

    @Override
    public String kind() {
        return "notes";
    }

    @Override
    public List<Column> columns() {
        return List.of(Column.required("number"), Column.required("text"));
    }

    @Override
    public int chunkSize() {
        return 100;
    }

    @Override
    public String parse(Row row) {
        return row.wholeNumber("number") + " " + row.text("text", 20);
    }

    @Override
    public void take(Chunk<String> chunk) {
        attempted
                .computeIfAbsent(TenantContext.require(), tenant -> new CopyOnWriteArrayList<>())
                .add(chunk.number());
        for (Chunk.Line<String> line : chunk.lines()) {
            if (line.value().endsWith("unwanted")) {
                chunk.refuse(line, new RowError("text", "unwanted", "nobody wants this"));
            } else {
                jdbc.sql("INSERT INTO sample_note (tenant_id, id, text) VALUES (?, ?, ?)")
                        .params(TenantContext.require().value(), line.number(), line.value())
                        .update();
            }
            if (line.value().equals(poisonous) && failures.getAndDecrement() > 0) {
                throw new IllegalStateException("told to fail on " + poisonous);
            }
        }
    }
}
