package dev.abacus.kernel.importing;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.abacus.kernel.importing.Chunk.Refusal;
import dev.abacus.kernel.tenancy.TenantContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows that were not taken, by their lines. */
final class ErrorReport {

    private static final int PAGE = 1000;
    private static final int LONGEST_MESSAGE = 500;

    private final String table;
    private final JdbcClient jdbc;

    ErrorReport(String service, JdbcClient jdbc) {
        this.table = service + "_import_error";
        this.jdbc = jdbc;
    }

    private record Line(long number, String field, String code, String message) {}

    void add(ImportId id, List<Refusal> refusals) {
        for (int from = 0; from < refusals.size(); from += PAGE) {
            insert(id, refusals.subList(from, Math.min(from + PAGE, refusals.size())));
        }
    }

    private void insert(ImportId id, List<Refusal> refusals) {
        String rows = refusals.stream().map(refusal -> "(?, ?, ?, ?, ?, ?)").collect(Collectors.joining(", "));
        var statement =
                jdbc.sql("INSERT INTO " + table + " (tenant_id, import_id, line, field, code, message) VALUES " + rows);
        for (Refusal refusal : refusals) {
            RowError error = refusal.error();
            statement = statement
                    .param(TenantContext.require().value())
                    .param(id.value())
                    .param(refusal.line())
                    .param(error.column())
                    .param(error.code())
                    .param(shortened(error.getMessage()));
        }
        statement.update();
    }

    void write(ImportId id, Writer out) {
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord("line", "column", "code", "message");
            List<Line> page = after(id, 0);
            while (!page.isEmpty()) {
                page.forEach(line ->
                        csv.writeRecord(Long.toString(line.number()), line.field(), line.code(), line.message()));
                page = page.size() < PAGE ? List.of() : after(id, page.getLast().number());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Line> after(ImportId id, long line) {
        return jdbc.sql("SELECT line, field, code, message FROM " + table
                        + " WHERE tenant_id = ? AND import_id = ? AND line > ? ORDER BY line LIMIT " + PAGE)
                .params(TenantContext.require().value(), id.value(), line)
                .query((row, n) -> new Line(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }

    private static String shortened(String message) {
        return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE);
    }
}
