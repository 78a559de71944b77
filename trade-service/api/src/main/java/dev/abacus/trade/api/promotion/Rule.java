package dev.abacus.trade.api.promotion;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.abacus.kernel.domain.Money;
import dev.abacus.kernel.domain.Quantity;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;

/** What a promotion takes off. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Rule.Percentage.class, name = "PERCENTAGE"),
    @JsonSubTypes.Type(value = Rule.FullReduction.class, name = "FULL_REDUCTION"),
    @JsonSubTypes.Type(value = Rule.BuyXGetY.class, name = "BUY_X_GET_Y")
})
public sealed interface Rule {

    /** {@code percent} of each line: 12.5 takes an eighth off. */
    record Percentage(@NotNull @Positive @DecimalMax("100") BigDecimal percent) implements Rule {}

    /**
     * {@code reduction} off what the lines in scope come to: once when they reach {@code threshold}, or for every
     * {@code threshold} in them.
     */
    record FullReduction(@NotNull Money reduction, @NotNull Money threshold, @NotNull Repeat repeat) implements Rule {}

    /** Of every {@code buy + get} units of one SKU, {@code get} are free. Lines in other units have no part in it. */
    record BuyXGetY(@NotNull Quantity buy, @NotNull Quantity get) implements Rule {}

    enum Repeat {
        ONCE,
        EVERY
    }
}
