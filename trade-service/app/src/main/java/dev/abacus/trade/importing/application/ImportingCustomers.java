package dev.abacus.trade.importing.application;

import dev.abacus.kernel.domain.Money;
import dev.abacus.kernel.importing.Chunk;
import dev.abacus.kernel.importing.ChunkImporter;
import dev.abacus.kernel.importing.Column;
import dev.abacus.kernel.importing.Row;
import dev.abacus.kernel.importing.RowError;
import dev.abacus.trade.party.PartyIntake;
import dev.abacus.trade.party.PartyIntake.CustomerSheet;
import java.util.List;
import org.springframework.stereotype.Component;

/** Customers from a file, one a row. A code that is there already is changed to be as the row says. */
@Component
public class ImportingCustomers implements ChunkImporter<CustomerSheet> {

    public static final String KIND = "customers";

    private final PartyIntake intake;

    ImportingCustomers(PartyIntake intake) {
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
                Column.required("credit_limit"),
                Column.required("currency"),
                Column.optional("contact_person", "contact"),
                Column.optional("contact_phone", "phone"),
                Column.optional("contact_email", "email"));
    }

    @Override
    public CustomerSheet parse(Row row) {
        return new CustomerSheet(
                row.text("code", 40),
                row.text("name", 200),
                new Money(row.decimal("credit_limit"), PartyCells.currency(row)),
                PartyCells.optional(row, "contact_person", 100),
                PartyCells.optional(row, "contact_phone", 40),
                PartyCells.optional(row, "contact_email", 200));
    }

    @Override
    public void take(Chunk<CustomerSheet> chunk) {
        intake.takeCustomers(chunk.lines().stream().map(Chunk.Line::value).toList())
                .forEach((position, refusal) -> chunk.refuse(chunk.lines().get(position), RowError.of(refusal)));
    }

    @Override
    public int chunkSize() {
        return 200;
    }
}
