package dev.abacus.lane.control.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/**
 * What is to be different; what is absent stays as it is.
 *
 * @param window given with neither end: always
 * @param frontEnd empty for the baseline's
 * @param reason why, for the audit
 */
public record ChangeLane(
        BigDecimal percentage,
        TimeWindow window,
        Boolean strict,
        @Size(max = 64) String frontEnd,
        @NotBlank @Size(max = 400) String reason) {}
