package dev.abacus.inventory.api;

import java.util.List;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Stock held for orders. */
@HttpExchange("/reservations")
public interface ReservationsApi {

    /**
     * The Try of the TCC action "reserve stock": must be called inside a global transaction, whose end confirms or
     * releases it. Problems: {@code insufficient-stock} (409, with each short line's available amount),
     * {@code order-already-reserved} (409), {@code unknown-sku}, {@code inactive-product}, {@code unit-not-convertible},
     * {@code quantity-not-exact} (422), {@code global-transaction-required} (400).
     */
    @PostExchange
    ReservationView reserve(@RequestBody ReserveStock request);

    /** Every reservation that was made for the order, closed ones too, oldest first. */
    @GetExchange
    List<ReservationView> of(@RequestParam String orderId);
}
