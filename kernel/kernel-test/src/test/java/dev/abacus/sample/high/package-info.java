@Application
package dev.abacus.sample.high;

import dev.abacus.kernel.tier.Application;
