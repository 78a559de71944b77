/** What an event is, for the API jars that declare them; how it travels is in {@code kernel-data}. */
package dev.abacus.kernel.event;
