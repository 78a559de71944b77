/** What an alias points at, how it is drawn, and every no of the registry. */
package dev.abacus.function.dispatcher.registry.domain;
