/** Seata TCC with the fence in the tenant's shard. */
package dev.abacus.kernel.tcc;
