/** Nacos as one small process: its own start-up sequence with what a single machine needs changed, nothing forked. */
package dev.abacus.infra.nacos;
