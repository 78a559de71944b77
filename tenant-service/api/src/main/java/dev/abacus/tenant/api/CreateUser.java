package dev.abacus.tenant.api;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;

/**
 * Somebody who is to work in the caller's tenant.
 *
 * @param password to begin with; he can change it himself
 * @param roles none that holds a permission which the caller lacks
 */
public record CreateUser(
        @NotNull @Pattern(regexp = UserNames.FORM, message = UserNames.MESSAGE) String username,
        @NotBlank @Size(max = 128) String name,
        @Email @Size(max = 254) String email,
        @NotNull Password password,
        @NotNull @Size(max = 50) Set<@NotNull RoleId> roles) {}
