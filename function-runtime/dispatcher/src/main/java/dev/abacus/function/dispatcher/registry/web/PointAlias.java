package dev.abacus.function.dispatcher.registry.web;

import dev.abacus.function.dispatcher.registry.domain.Refusals;
import dev.abacus.function.dispatcher.registry.domain.Target;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/**
 * What an alias shall point at.
 *
 * @param version what every tenant gets, or those who do not get the second one
 * @param second a second version; none when there is one only
 * @param secondPercent the second one's share of the tenants, above 0 and below 100, with at most two digits after the point
 */
record PointAlias(
        @NotNull Integer version, Integer second, BigDecimal secondPercent, @NotBlank @Size(max = 500) String reason) {

    Target target() {
        if (second == null && secondPercent == null) {
            return Target.of(version);
        }
        if (second == null || secondPercent == null) {
            throw Refusals.weights("A second version and its share are said together.");
        }
        try {
            return new Target(version, second, secondPercent.movePointRight(2).intValueExact());
        } catch (ArithmeticException e) {
            throw Refusals.weights("A share has at most two digits after the point.");
        }
    }
}
