/** Events go into a table in the same local transaction as the change they tell of, and from there to the broker. */
package dev.abacus.kernel.outbox;
