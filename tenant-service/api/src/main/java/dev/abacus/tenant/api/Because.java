package dev.abacus.tenant.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why an operator does something to a tenant; kept in the record of admin actions. */
public record Because(@NotBlank @Size(max = 500) String reason) {}
