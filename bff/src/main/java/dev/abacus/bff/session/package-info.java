/** Sessions: a browser holds a meaningless cookie, its tokens stay here. */
@Interface
package dev.abacus.bff.session;

import dev.abacus.kernel.tier.Interface;
