/** All tenants in shared, sharded databases: one logical, guarded data source over the physical shards. */
package dev.abacus.kernel.sharding;
