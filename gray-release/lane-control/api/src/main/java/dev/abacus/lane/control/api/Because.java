package dev.abacus.lane.control.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why something is done, for the audit. */
public record Because(@NotBlank @Size(max = 400) String reason) {}
