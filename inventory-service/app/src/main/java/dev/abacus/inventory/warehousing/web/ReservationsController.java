package dev.abacus.inventory.warehousing.web;

import dev.abacus.inventory.api.Permissions;
import dev.abacus.inventory.api.ReservationView;
import dev.abacus.inventory.api.ReserveStock;
import dev.abacus.inventory.product.Sku;
import dev.abacus.inventory.stock.Reservations;
import dev.abacus.inventory.warehousing.application.Paper;
import dev.abacus.inventory.warehousing.application.ReservingForOrders;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.kernel.domain.Unit;
import dev.abacus.kernel.security.PermissionPoint;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/reservations")
@Tag(name = "Reservations", description = "Stock held for orders.")
class ReservationsController {

    private final ReservingForOrders reserving;
    private final Reservations reservations;
    private final ReservationViews views;

    ReservationsController(ReservingForOrders reserving, Reservations reservations, ReservationViews views) {
        this.reserving = reserving;
        this.reservations = reservations;
        this.views = views;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PermissionPoint(Permissions.STOCK_RESERVE)
    @Operation(
            operationId = "reserveStock",
            summary = "Hold stock for an order inside the caller's global transaction",
            description =
                    "All lines or none. The end of the global transaction confirms the reservation or releases it.")
    ReservationView reserve(@RequestBody @Valid ReserveStock request) {
        List<Paper.Line> lines = request.lines().stream()
                .map(line -> new Paper.Line(Sku.of(line.sku()), new Quantity(line.quantity(), Unit.of(line.unit()))))
                .toList();
        return views.tried(reserving.reserve(request.orderId(), request.warehouse(), lines), request);
    }

    @GetMapping
    @PermissionPoint(Permissions.STOCK_READ)
    @Operation(operationId = "listReservations", summary = "List an order's reservations, oldest first")
    List<ReservationView> of(@RequestParam String orderId) {
        return views.of(reservations.of(orderId));
    }
}
