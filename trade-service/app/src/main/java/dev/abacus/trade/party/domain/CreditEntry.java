package dev.abacus.trade.party.domain;

import dev.abacus.trade.party.CustomerId;
import java.time.Instant;

/**
 * One line of a credit account.
 *
 * @param reference the id of what caused it
 */
public record CreditEntry(long id, CustomerId customer, CreditMovement movement, String reference, Instant at) {}
