package dev.abacus.tenant.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;

/**
 * The plan of one tenant.
 *
 * @param plan the plan's code
 * @param quotas what was agreed with this tenant; {@code null} in a request means the plan's own
 */
public record ChosenPlan(@NotBlank String plan, @Valid Quotas quotas) {}
