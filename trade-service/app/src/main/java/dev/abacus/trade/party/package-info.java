/**
 * Whom the company trades with: customers and what they may have on credit, suppliers and how long they take. Everything
 * that trades refers to a party, and a party refers to nothing, which makes it core.
 */
@CoreDomain
package dev.abacus.trade.party;

import dev.abacus.kernel.tier.CoreDomain;
