package dev.abacus.inventory.warehousing.web;

import dev.abacus.inventory.api.LevelDifferenceView;
import dev.abacus.inventory.api.Permissions;
import dev.abacus.inventory.api.RecalculationView;
import dev.abacus.inventory.api.RequestRecalculation;
import dev.abacus.inventory.stock.LevelDifference;
import dev.abacus.inventory.stock.Recalculating;
import dev.abacus.inventory.stock.Recalculation;
import dev.abacus.inventory.stock.RecalculationId;
import dev.abacus.kernel.idempotency.Idempotency;
import dev.abacus.kernel.security.Caller;
import dev.abacus.kernel.security.PermissionPoint;
import dev.abacus.kernel.web.IdempotencyKey;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/stock/recalculations")
@Tag(name = "Stock recalculation", description = "Whether the levels say what the ledger says.")
class RecalculationsController {

    private final Recalculating recalculating;
    private final Idempotency idempotency;
    private final Names names;

    RecalculationsController(Recalculating recalculating, Idempotency idempotency, Names names) {
        this.recalculating = recalculating;
        this.idempotency = idempotency;
        this.names = names;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PermissionPoint(Permissions.STOCK_RECALCULATE)
    @Operation(
            operationId = "recalculateStock",
            summary = "Compare all levels with the ledger and the open reservations, in the background")
    RecalculationView start(@RequestBody @Valid RequestRecalculation request, IdempotencyKey key) {
        return idempotency.once(
                key,
                Permissions.STOCK_RECALCULATE,
                request,
                RecalculationView.class,
                () -> view(recalculating.start(request.fix(), Caller.current().name())));
    }

    @GetMapping("/{id}")
    @PermissionPoint(Permissions.STOCK_READ)
    @Operation(operationId = "getStockRecalculation", summary = "Get a recalculation and how far it is")
    RecalculationView get(@PathVariable RecalculationId id) {
        return view(recalculating.get(id));
    }

    @GetMapping("/{id}/differences")
    @PermissionPoint(Permissions.STOCK_READ)
    @Operation(operationId = "listStockDifferences", summary = "List the levels that a recalculation found to differ")
    Slice<LevelDifferenceView> differences(@PathVariable RecalculationId id, PageRequest page) {
        Slice<LevelDifference> found = recalculating.differences(id, page);
        Names.Of named =
                names.of(found.items().stream().map(d -> d.key().product()).toList());
        return found.map(difference -> view(difference, named));
    }

    private static RecalculationView view(Recalculation run) {
        return new RecalculationView(
                run.id().toString(),
                run.isFinished() ? RecalculationView.State.DONE : RecalculationView.State.RUNNING,
                run.fix(),
                run.checked(),
                run.differences(),
                run.requestedBy(),
                run.requestedAt(),
                run.finishedAt());
    }

    private static LevelDifferenceView view(LevelDifference difference, Names.Of named) {
        return new LevelDifferenceView(
                named.sku(difference.key()),
                named.warehouse(difference.key()),
                difference.onHand(),
                difference.ledgerOnHand(),
                difference.reserved(),
                difference.openReserved(),
                difference.fixed());
    }
}
