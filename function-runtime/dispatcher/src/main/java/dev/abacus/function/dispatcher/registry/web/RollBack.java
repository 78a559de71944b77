package dev.abacus.function.dispatcher.registry.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** @param alias live when not said */
record RollBack(String alias, @NotBlank @Size(max = 500) String reason) {}
