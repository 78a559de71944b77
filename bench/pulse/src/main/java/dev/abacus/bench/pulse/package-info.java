/** A service whose only work is to take beats and to say so, with all that the kernel does around it. */
package dev.abacus.bench.pulse;
