package dev.abacus.trade.api.party;

import dev.abacus.kernel.domain.Money;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * Money that changed hands.
 *
 * @param direction {@code RECEIVED} from the customer, at most what he owes; {@code REFUNDED} to him, at most what is
 *     refundable
 * @param paidOn the day on the bank's or the cashier's paper
 * @param note such as the number of that paper
 */
public record NewPayment(
        @NotNull Direction direction, @NotNull Money amount, @NotNull LocalDate paidOn, @Size(max = 200) String note) {

    public enum Direction {
        RECEIVED,
        REFUNDED
    }
}
