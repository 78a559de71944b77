package dev.abacus.trade.purchasing.domain;

import dev.abacus.kernel.tenancy.UserId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * That an order may go to its supplier.
 *
 * @param expectedOn when its goods should arrive
 */
public record Approval(UserId approver, Instant at, LocalDate expectedOn) {}
