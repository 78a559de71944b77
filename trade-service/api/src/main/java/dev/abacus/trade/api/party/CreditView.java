package dev.abacus.trade.api.party;

import dev.abacus.kernel.domain.Money;

/**
 * A customer's credit.
 *
 * @param reserved by orders that are placed and not yet delivered
 * @param used by goods delivered and not yet paid
 * @param refundable what the company owes him, for goods that he paid and gave back
 * @param available what he may still order for: limit less reserved and used
 */
public record CreditView(Money limit, Money reserved, Money used, Money refundable, Money available) {}
