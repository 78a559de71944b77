package dev.abacus.lane.control.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * @param developer who will use it
 * @param hours how long, at most 12; nothing is 8
 */
public record IssueSessionKey(@NotBlank @Size(max = 64) String developer, @Min(1) @Max(12) Integer hours) {

    public IssueSessionKey {
        hours = hours == null ? 8 : hours;
    }
}
