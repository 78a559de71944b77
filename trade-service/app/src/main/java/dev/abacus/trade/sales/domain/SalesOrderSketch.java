package dev.abacus.trade.sales.domain;

import dev.abacus.kernel.domain.Money;
import dev.abacus.trade.sales.SalesOrderId;

/** An order without its lines, for lists. */
public record SalesOrderSketch(SalesOrderId id, OrderHeader header, OrderProgress progress, Money total) {}
