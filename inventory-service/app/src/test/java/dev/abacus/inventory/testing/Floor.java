package dev.abacus.inventory.testing;

import dev.abacus.inventory.product.ProductCatalogue;
import dev.abacus.inventory.product.ProductIntake;
import dev.abacus.inventory.product.Sku;
import dev.abacus.inventory.product.StockItem;
import dev.abacus.inventory.stock.Movement;
import dev.abacus.inventory.stock.Posting;
import dev.abacus.inventory.stock.PostingStock;
import dev.abacus.inventory.stock.Reason;
import dev.abacus.inventory.stock.Reservations;
import dev.abacus.inventory.stock.StockBook;
import dev.abacus.inventory.stock.StockKey;
import dev.abacus.inventory.stock.StockLevel;
import dev.abacus.inventory.warehousing.application.KeepingWarehouses;
import dev.abacus.kernel.domain.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** A warehouse's floor as a test wants it: products in pieces, so many of each, in the main warehouse. */
@TestComponent
public class Floor {

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final ProductIntake intake;
    private final ProductCatalogue products;
    private final KeepingWarehouses warehouses;
    private final PostingStock posting;
    private final Reservations reservations;
    private final StockBook book;
    private final TransactionTemplate transaction;

    Floor(
            ProductIntake intake,
            ProductCatalogue products,
            KeepingWarehouses warehouses,
            PostingStock posting,
            Reservations reservations,
            StockBook book,
            TransactionTemplate transaction) {
        this.intake = intake;
        this.products = products;
        this.warehouses = warehouses;
        this.posting = posting;
        this.reservations = reservations;
        this.book = book;
        this.transaction = transaction;
    }

    public void products(String... skus) {
        intake.take(Stream.of(skus).map(sku -> Sheets.of(sku).sheet()).toList());
    }

    /** @param relations like {@code 1 box = 12 pcs} */
    public void packed(String sku, String... relations) {
        intake.take(List.of(Sheets.of(sku).packed(relations).sheet()));
    }

    public void inactive(String sku) {
        intake.take(List.of(Sheets.of(sku).inactive().sheet()));
    }

    public StockKey key(String sku) {
        return new StockKey(item(sku).id(), warehouses.meant(null).id());
    }

    public StockItem item(String sku) {
        return products.require(List.of(Sku.of(sku))).get(Sku.of(sku));
    }

    /** More than zero comes in, less goes out. */
    public void move(String sku, long pieces) {
        move(sku, pieces, null);
    }

    public void move(String sku, long pieces, String order) {
        Movement movement = new Movement(key(sku), pcs(pieces), TODAY, Reason.CORRECTION);
        transaction.executeWithoutResult(status -> posting.post(new Posting("test", order, List.of(movement))));
    }

    /** The order needs no more. */
    public void end(String order) {
        transaction.executeWithoutResult(status -> reservations.release(order));
    }

    public StockLevel level(String sku) {
        StockKey key = key(sku);
        return book.levels(List.of(key.product()), key.warehouse()).stream()
                .findFirst()
                .orElse(new StockLevel(0, key, pcs(0), pcs(0)));
    }

    public static Quantity pcs(long amount) {
        return Quantity.of(Long.toString(amount), "pcs");
    }
}
