package dev.abacus.trade.importing.application;

import dev.abacus.kernel.domain.Quantity;
import dev.abacus.kernel.importing.Chunk;
import dev.abacus.kernel.importing.ChunkImporter;
import dev.abacus.kernel.importing.Column;
import dev.abacus.kernel.importing.Row;
import dev.abacus.kernel.importing.RowError;
import dev.abacus.trade.catalogue.Sku;
import dev.abacus.trade.sales.SalesHistory;
import dev.abacus.trade.sales.SalesHistory.Day;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What was sold in the past from a file, a day of a SKU a row: {@code date,sku,quantity,promotion}. The header may also
 * say {@code week} or {@code day} for the date and {@code value} for the quantity, as public data sets do.
 */
@Component
public class ImportingSalesHistory implements ChunkImporter<Day> {

    public static final String KIND = "sales-history";

    private final SalesHistory history;
    private final KnownSkus skus;

    ImportingSalesHistory(SalesHistory history, KnownSkus skus) {
        this.history = history;
        this.skus = skus;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("date", "week", "day"),
                Column.required("sku"),
                Column.required("quantity", "value"),
                Column.optional("promotion"));
    }

    /**
     * Each chunk is published as one event, so this is also how many rows a consumer takes at once. What a chunk costs
     * apart from its rows (a transaction at each side, a message, a checkpoint) is then paid a hundred times for four
     * years of sales; the longest rows still leave two fifths of a message free.
     */
    @Override
    public int chunkSize() {
        return 2000;
    }

    @Override
    public Day parse(Row row) {
        return new Day(row.date("date"), Sku.of(row.text("sku", 64)), quantity(row), row.flag("promotion"));
    }

    private static BigDecimal quantity(Row row) {
        BigDecimal quantity = row.decimal("quantity");
        if (quantity.signum() < 0) {
            throw new RowError("quantity", "negative-quantity", "quantity is below zero");
        }
        if (quantity.stripTrailingZeros().scale() > Quantity.SCALE || quantity.precision() - quantity.scale() > 13) {
            throw new RowError("quantity", "not-exact", "quantity has more digits than are kept");
        }
        return quantity;
    }

    @Override
    public void take(Chunk<Day> chunk) {
        Set<Sku> known = skus.among(
                chunk.importId(),
                chunk.lines().stream().map(line -> line.value().sku()).collect(Collectors.toSet()));
        List<Chunk.Line<Day>> lines = new ArrayList<>();
        for (Chunk.Line<Day> line : chunk.lines()) {
            if (known.contains(line.value().sku())) {
                lines.add(line);
            } else {
                String sku = line.value().sku().code();
                chunk.refuse(line, new RowError("sku", "unknown-sku", "there is no product " + sku));
            }
        }
        List<Day> days = lines.stream().map(Chunk.Line::value).toList();
        history.keep(chunk.importId().value(), chunk.number(), days)
                .forEach(position -> chunk.refuse(
                        lines.get(position), new RowError("", "already-there", "this SKU has this day already")));
    }
}
