/** Kafka's client, for topics that functions' authors name. */
package dev.abacus.function.dispatcher.kafka;
