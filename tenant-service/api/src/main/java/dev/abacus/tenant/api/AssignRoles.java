package dev.abacus.tenant.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;

/** All the roles that a user is to have, instead of those that he has. */
public record AssignRoles(@NotNull @Size(max = 50) Set<@NotNull RoleId> roles) {}
