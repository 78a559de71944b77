package dev.abacus.tenant.tenancy.persistence;

/** How many tenants a shard carries. */
class ShardLoadRow {
    String shard;
    int tenants;
}
