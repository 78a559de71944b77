package dev.abacus.inventory.warehousing.domain;

import dev.abacus.inventory.product.Sku;
import dev.abacus.inventory.product.StockItem;
import dev.abacus.inventory.stock.Movement;
import dev.abacus.inventory.stock.Reason;
import dev.abacus.inventory.stock.StockKey;
import dev.abacus.inventory.stock.WarehouseId;
import dev.abacus.kernel.domain.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Past sales as movements of their own days. What was sold must have been there, so each product opens, on the day
 * before the first sale, with exactly what is sold then: the ledger never sinks below nothing on any day, and what is on
 * hand today stays as it is.
 */
public final class History {

    /**
     * One product's sales of a day.
     *
     * @param quantity in the stock unit; a day without any sale says nothing of stock
     */
    public record Sale(LocalDate day, Sku sku, BigDecimal quantity, boolean promotion) {}

    private History() {}

    /** The opening of each product and then the sales, each in the order given. */
    public static List<Movement> movements(List<Sale> sales, Map<Sku, StockItem> items, WarehouseId warehouse) {
        List<Movement> sold = new ArrayList<>(sales.size());
        Map<StockKey, Quantity> opening = new LinkedHashMap<>();
        for (Sale sale : sales) {
            if (sale.quantity().signum() == 0) {
                continue;
            }
            StockItem item = items.get(sale.sku());
            StockKey key = new StockKey(item.id(), warehouse);
            Quantity quantity = new Quantity(sale.quantity(), item.units().base()).positive();
            opening.merge(key, quantity, Quantity::plus);
            sold.add(new Movement(
                    key, quantity.negate(), sale.day(), sale.promotion() ? Reason.PROMOTION_SALE : Reason.SALE));
        }
        List<Movement> all = new ArrayList<>(opening.size() + sold.size());
        if (!sold.isEmpty()) {
            LocalDate before = firstDay(sales).minusDays(1);
            opening.forEach((key, quantity) -> all.add(new Movement(key, quantity, before, Reason.OPENING)));
        }
        all.addAll(sold);
        return all;
    }

    private static LocalDate firstDay(List<Sale> sales) {
        return sales.stream().map(Sale::day).min(LocalDate::compareTo).orElseThrow();
    }
}
