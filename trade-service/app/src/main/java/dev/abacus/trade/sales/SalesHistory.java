package dev.abacus.trade.sales;

import dev.abacus.trade.catalogue.Sku;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What was sold before the company came here, day by day. */
public interface SalesHistory {

    /**
     * What a SKU sold on a day, in the product's stock unit; nothing is a figure too.
     *
     * @param promotion whether it was on promotion that day
     */
    record Day(LocalDate date, Sku sku, BigDecimal quantity, boolean promotion) {}

    /**
     * Keeps the days as deliveries of their own dates and publishes them, inside the caller's transaction. A day of a
     * SKU counts once: one that is there already, or earlier in {@code days}, is not kept again.
     *
     * @param importId what they came with
     * @param chunk which part of it; names the published event for good
     * @return the positions of the days that were there already
     */
    Set<Integer> keep(long importId, int chunk, List<Day> days);
}
