package dev.abacus.tenant.api;

import jakarta.validation.constraints.NotNull;

/** A new password that a user gives himself. Ends all of his sessions. */
public record ChangeOwnPassword(@NotNull Password current, @NotNull Password next) {}
