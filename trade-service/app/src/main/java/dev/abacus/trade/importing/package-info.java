/**
 * Files that companies bring along: customers, suppliers, and what they sold before they came. The mechanics are the
 * kernel's; here is what a row means and who takes it in.
 */
@Interface
package dev.abacus.trade.importing;

import dev.abacus.kernel.tier.Interface;
