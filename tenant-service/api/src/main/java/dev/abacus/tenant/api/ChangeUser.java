package dev.abacus.tenant.api;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** How a user is called and reached. */
public record ChangeUser(@NotBlank @Size(max = 128) String name, @Email @Size(max = 254) String email) {}
