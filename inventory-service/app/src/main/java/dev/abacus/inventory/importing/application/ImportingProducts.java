package dev.abacus.inventory.importing.application;

import dev.abacus.inventory.product.Barcode;
import dev.abacus.inventory.product.Category;
import dev.abacus.inventory.product.ProductIntake;
import dev.abacus.inventory.product.ProductSheet;
import dev.abacus.inventory.product.Sku;
import dev.abacus.inventory.uom.UnitRelation;
import dev.abacus.kernel.domain.Unit;
import dev.abacus.kernel.importing.Chunk;
import dev.abacus.kernel.importing.ChunkImporter;
import dev.abacus.kernel.importing.Column;
import dev.abacus.kernel.importing.Row;
import dev.abacus.kernel.importing.RowError;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Products from a file, one a row; a row states the whole product, so an empty cell means none. A SKU that is there
 * already is changed to be as the row says.
 */
@Component
public class ImportingProducts implements ChunkImporter<ProductSheet> {

    public static final String KIND = "products";

    private static final Pattern RELATION = Pattern.compile("(\\d{1,9})\\s+(\\S+)\\s*=\\s*(\\d{1,9})\\s+(\\S+)");

    private final ProductIntake intake;

    ImportingProducts(ProductIntake intake) {
        this.intake = intake;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("sku"),
                Column.required("name"),
                Column.required("stock_unit", "unit"),
                Column.optional("category"),
                Column.optional("barcodes", "barcode"),
                Column.optional("purchase_unit"),
                Column.optional("sale_unit"),
                Column.optional("relations", "units"),
                Column.optional("active"));
    }

    @Override
    public int chunkSize() {
        return 500;
    }

    @Override
    public ProductSheet parse(Row row) {
        return new ProductSheet(
                Sku.of(row.text("sku")),
                row.text("name", 200),
                Category.of(row.optional("category").orElse("")),
                parts(row, "barcodes").map(Barcode::of).toList(),
                Unit.of(row.text("stock_unit")),
                row.optional("purchase_unit").map(Unit::of).orElse(null),
                row.optional("sale_unit").map(Unit::of).orElse(null),
                parts(row, "relations").map(ImportingProducts::relation).toList(),
                row.optional("active").isEmpty() || row.flag("active"));
    }

    @Override
    public void take(Chunk<ProductSheet> chunk) {
        intake.take(chunk.lines().stream().map(Chunk.Line::value).toList())
                .forEach((position, refusal) -> chunk.refuse(chunk.lines().get(position), RowError.of(refusal)));
    }

    private static Stream<String> parts(Row row, String column) {
        return row.optional(column).stream()
                .flatMap(cell -> Stream.of(cell.split(";")))
                .map(String::strip)
                .filter(part -> !part.isEmpty());
    }

    private static UnitRelation relation(String text) {
        Matcher matcher = RELATION.matcher(text);
        if (!matcher.matches()) {
            throw new RowError(
                    "relations", "not-a-relation", "relations are like '1 box = 12 pcs', not '" + text + "'");
        }
        return new UnitRelation(
                Long.parseLong(matcher.group(1)),
                Unit.of(matcher.group(2)),
                Long.parseLong(matcher.group(3)),
                Unit.of(matcher.group(4)));
    }
}
