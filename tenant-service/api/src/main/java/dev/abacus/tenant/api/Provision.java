package dev.abacus.tenant.api;

import jakarta.validation.constraints.NotBlank;

/** What a service needs to know of a new tenant to set up its system data. */
public record Provision(
        @NotBlank String code,
        @NotBlank String name,
        @NotBlank String currency,
        @NotBlank String language,
        @NotBlank String timeZone) {}
