package dev.abacus.lane.control.api;

import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.lane.rules.LaneKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Set;

/**
 * A lane to be made.
 *
 * @param id its name: 1 to 32 lower-case letters, digits and dashes, a letter first
 * @param services what it changes; a project's lane may begin with none and gets those that join
 * @param percentage 0 to 100 with at most two digits after the point; nothing is 0
 * @param strict whether calls fail, instead of falling back, where it has no instance; nothing is no
 * @param frontEnd the build of the web pages that its tenants get
 * @param reason why, for the audit
 */
public record CreateLane(
        @NotBlank @Size(max = 32) String id,
        @NotNull LaneKind kind,
        Set<@NotBlank @Size(max = 64) String> services,
        Set<TenantId> tenants,
        BigDecimal percentage,
        TimeWindow window,
        Boolean strict,
        @Size(max = 64) String frontEnd,
        @NotBlank @Size(max = 400) String reason) {

    public CreateLane {
        services = services == null ? Set.of() : Set.copyOf(services);
        tenants = tenants == null ? Set.of() : Set.copyOf(tenants);
        percentage = percentage == null ? BigDecimal.ZERO : percentage;
        strict = strict != null && strict;
        window = window == null ? TimeWindow.ALWAYS : window;
    }
}
