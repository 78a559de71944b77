/**
 * What results owe to somebody outside the runtime: topics and webhooks. A delivery is written down with the end of its
 * invocation, and seen through to its own end: delivered, or given up and kept.
 */
package dev.abacus.function.dispatcher.delivery;
