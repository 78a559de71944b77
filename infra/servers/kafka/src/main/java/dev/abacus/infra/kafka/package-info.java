/** Kafka as one small process: broker and controller in one node on loopback. */
package dev.abacus.infra.kafka;
