package dev.abacus.tenant.api;

import jakarta.validation.constraints.NotBlank;

/** On which shard a tenant's rows are. */
public record Placement(@NotBlank String shard) {}
