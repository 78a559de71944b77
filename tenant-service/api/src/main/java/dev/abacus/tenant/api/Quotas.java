package dev.abacus.tenant.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * How much of the shared platform one tenant may use.
 *
 * @param requestsPerSecond sustained requests at the gateway; more is answered with 429
 * @param users people who can sign in: active or disabled, not removed
 */
public record Quotas(@Min(1) @Max(100_000) int requestsPerSecond, @Min(1) @Max(100_000) int users) {}
