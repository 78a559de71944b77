/**
 * Calls of functions: at once, or accepted into a durable queue and seen through to an end. What is committed here is the
 * truth about an invocation; a dispatcher that dies takes nothing with it.
 */
package dev.abacus.function.dispatcher.invocation;
