package dev.abacus.seed.demand;

import java.time.LocalDate;

/**
 * What was sold of one product on one day.
 *
 * @param quantity in the product's stock unit; zero on a day without a buyer
 * @param promotion whether it was on offer that day
 */
public record Sale(LocalDate date, String sku, int quantity, boolean promotion) {}
