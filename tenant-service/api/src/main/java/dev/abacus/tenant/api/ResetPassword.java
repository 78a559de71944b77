package dev.abacus.tenant.api;

import jakarta.validation.constraints.NotNull;

/** A new password that an administrator gives to a user. Ends all of the user's sessions. */
public record ResetPassword(@NotNull Password password) {}
