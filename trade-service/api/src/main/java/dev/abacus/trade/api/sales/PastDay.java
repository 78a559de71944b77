package dev.abacus.trade.api.sales;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a SKU sold on a day of the past, in its stock unit.
 *
 * @param promotion whether it was on promotion that day
 */
public record PastDay(LocalDate date, String sku, BigDecimal quantity, boolean promotion) {}
