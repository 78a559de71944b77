/** Seata's transaction coordinator as one small process on loopback. */
package dev.abacus.infra.seata;
