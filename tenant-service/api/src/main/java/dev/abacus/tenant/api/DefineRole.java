package dev.abacus.tenant.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;

/**
 * What a role is to be.
 *
 * @param code stable name within the tenant; not changed by an update
 * @param permissions permission points of the catalogue, none that the caller lacks
 */
public record DefineRole(
        @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{1,62}", message = "is 2 to 63 lower-case letters, digits and '-'")
                String code,
        @NotBlank @Size(max = 128) String name,
        @NotNull @Size(max = 500) Set<@NotBlank String> permissions) {}
