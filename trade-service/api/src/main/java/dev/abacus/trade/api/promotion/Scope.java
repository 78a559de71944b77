package dev.abacus.trade.api.promotion;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Set;

/** Which lines a promotion is for: those of any of the SKUs or categories; all when both are empty or missing. */
public record Scope(
        @Size(max = 500) Set<@NotBlank @Size(max = 64) String> skus,
        @Size(max = 100) Set<@NotBlank @Size(max = 64) String> categories) {}
