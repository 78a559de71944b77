package dev.abacus.trade.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why somebody ends a thing early. */
public record Reason(@NotBlank @Size(max = 200) String reason) {}
