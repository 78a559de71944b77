package dev.abacus.sql.release;

/** What a release runs on: every shard, for structure, or every tenant, for data. */
public enum TargetKind {
    SHARD,
    TENANT;

    /** Stands for the tenant's id in the scripts of a tenant release. */
    public static final String TENANT_PLACEHOLDER = "${tenant}";
}
