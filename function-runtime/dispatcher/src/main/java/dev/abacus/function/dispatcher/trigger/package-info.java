/** What calls functions by itself. */
package dev.abacus.function.dispatcher.trigger;
