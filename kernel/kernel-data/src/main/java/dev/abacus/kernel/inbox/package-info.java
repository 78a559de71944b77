/** Events come in once per consumer, in order per aggregate; what fails is retried from the database and in the end kept as a dead letter. */
package dev.abacus.kernel.inbox;
