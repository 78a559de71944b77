package dev.abacus.trade.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;

/** The things to look up at once. What is not there is missing from the answer. */
public record IdList(@NotEmpty @Size(max = 200) List<@NotBlank String> ids) {}
