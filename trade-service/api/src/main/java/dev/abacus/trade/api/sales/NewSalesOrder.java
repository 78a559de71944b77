package dev.abacus.trade.api.sales;

import dev.abacus.kernel.domain.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * An order to place, to draft or to quote.
 *
 * @param warehouse the code of the warehouse to ship from, or null for the company's default
 * @param expectedTotal what the customer was told; when the order would come to something else it is refused, not
 *     placed at the other price. Null takes the price of the moment.
 */
public record NewSalesOrder(
        @NotBlank String customerId,
        @Size(max = 32) String warehouse,
        @NotEmpty @Size(max = 200) List<@Valid OrderLine> lines,
        Money expectedTotal,
        @Size(max = 500) String note) {}
