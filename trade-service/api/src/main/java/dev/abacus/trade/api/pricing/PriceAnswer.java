package dev.abacus.trade.api.pricing;

/**
 * The answer to one item of {@link PriceQuestions}, in the order of the questions.
 *
 * @param price null when no price list has one
 */
public record PriceAnswer(String sku, PriceView price) {}
