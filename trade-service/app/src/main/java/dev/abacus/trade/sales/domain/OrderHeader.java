package dev.abacus.trade.sales.domain;

import dev.abacus.kernel.tenancy.UserId;
import dev.abacus.trade.party.CustomerId;
import dev.abacus.trade.sales.OrderRequest;
import java.time.Instant;
import java.util.Currency;

/**
 * What of an order does not change as it is worked off.
 *
 * @param warehouse the code of the warehouse that it ships from; null for the company's default
 * @param version counts the order's changes, for the next one to name
 */
public record OrderHeader(
        CustomerId customer,
        Currency currency,
        String warehouse,
        String note,
        UserId author,
        Instant createdAt,
        int version) {

    public static OrderHeader of(OrderRequest request, Currency currency, UserId author, Instant now) {
        return new OrderHeader(request.customer(), currency, request.warehouse(), request.note(), author, now, 0);
    }

    OrderHeader with(OrderRequest request, Currency currency) {
        return new OrderHeader(
                request.customer(), currency, request.warehouse(), request.note(), author, createdAt, version);
    }
}
