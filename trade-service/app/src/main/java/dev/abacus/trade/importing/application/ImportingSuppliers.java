package dev.abacus.trade.importing.application;

import dev.abacus.kernel.importing.Chunk;
import dev.abacus.kernel.importing.ChunkImporter;
import dev.abacus.kernel.importing.Column;
import dev.abacus.kernel.importing.Row;
import dev.abacus.kernel.importing.RowError;
import dev.abacus.trade.party.PartyIntake;
import dev.abacus.trade.party.PartyIntake.SupplierSheet;
import java.util.List;
import org.springframework.stereotype.Component;

/** Suppliers from a file, one a row. A code that is there already is changed to be as the row says. */
@Component
public class ImportingSuppliers implements ChunkImporter<SupplierSheet> {

    public static final String KIND = "suppliers";

    private final PartyIntake intake;

    ImportingSuppliers(PartyIntake intake) {
        this.intake = intake;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("code"),
                Column.required("name"),
                Column.required("lead_time_days", "lead_time"),
                Column.required("currency"),
                Column.optional("contact_person", "contact"),
                Column.optional("contact_phone", "phone"),
                Column.optional("contact_email", "email"));
    }

    @Override
    public SupplierSheet parse(Row row) {
        return new SupplierSheet(
                row.text("code", 40),
                row.text("name", 200),
                row.wholeNumber("lead_time_days"),
                PartyCells.currency(row),
                PartyCells.optional(row, "contact_person", 100),
                PartyCells.optional(row, "contact_phone", 40),
                PartyCells.optional(row, "contact_email", 200));
    }

    @Override
    public void take(Chunk<SupplierSheet> chunk) {
        intake.takeSuppliers(chunk.lines().stream().map(Chunk.Line::value).toList())
                .forEach((position, refusal) -> chunk.refuse(chunk.lines().get(position), RowError.of(refusal)));
    }

    @Override
    public int chunkSize() {
        return 200;
    }
}
