/** The same idempotency key has one effect. */
package dev.abacus.kernel.idempotency;
