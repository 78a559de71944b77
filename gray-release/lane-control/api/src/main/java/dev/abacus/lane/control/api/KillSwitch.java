package dev.abacus.lane.control.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Whether everybody is on the baseline, whatever the lanes say.
 *
 * @param reason why it is to be switched; absent in answers
 */
public record KillSwitch(@NotNull Boolean on, @Size(max = 400) String reason) {}
