package dev.abacus.inventory.warehousing.web;

import dev.abacus.inventory.api.NewWarehouse;
import dev.abacus.inventory.api.Permissions;
import dev.abacus.inventory.api.WarehouseChange;
import dev.abacus.inventory.api.WarehouseView;
import dev.abacus.inventory.stock.WarehouseId;
import dev.abacus.inventory.warehousing.application.KeepingWarehouses;
import dev.abacus.inventory.warehousing.domain.Warehouse;
import dev.abacus.kernel.idempotency.Idempotency;
import dev.abacus.kernel.security.PermissionPoint;
import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.kernel.web.IdempotencyKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/warehouses")
@Tag(name = "Warehouses", description = "The places where stock is kept.")
class WarehousesController {

    private final KeepingWarehouses warehouses;
    private final Idempotency idempotency;

    WarehousesController(KeepingWarehouses warehouses, Idempotency idempotency) {
        this.warehouses = warehouses;
        this.idempotency = idempotency;
    }

    @GetMapping
    @PermissionPoint(Permissions.WAREHOUSE_READ)
    @Operation(operationId = "listWarehouses", summary = "List all warehouses in the order of their codes")
    List<WarehouseView> all() {
        return warehouses.all().stream().map(WarehousesController::view).toList();
    }

    @GetMapping("/{id}")
    @PermissionPoint(Permissions.WAREHOUSE_READ)
    @Operation(operationId = "getWarehouse", summary = "Get a warehouse")
    ResponseEntity<WarehouseView> get(@PathVariable WarehouseId id) {
        return tagged(view(warehouses.get(id)));
    }

    @PostMapping
    @PermissionPoint(Permissions.WAREHOUSE_WRITE)
    @Operation(operationId = "openWarehouse", summary = "Open a warehouse")
    ResponseEntity<WarehouseView> open(@RequestBody @Valid NewWarehouse warehouse, IdempotencyKey key) {
        WarehouseView opened = idempotency.once(
                key,
                Permissions.WAREHOUSE_WRITE,
                warehouse,
                WarehouseView.class,
                () -> view(warehouses.open(warehouse.code(), warehouse.name())));
        return ResponseEntity.created(URI.create("/warehouses/" + opened.id()))
                .eTag(etag(opened))
                .body(opened);
    }

    @PutMapping("/{id}")
    @PermissionPoint(Permissions.WAREHOUSE_WRITE)
    @Operation(operationId = "changeWarehouse", summary = "Change a warehouse")
    ResponseEntity<WarehouseView> change(
            @PathVariable WarehouseId id, @RequestBody @Valid WarehouseChange change, EntityVersion seen) {
        return tagged(view(warehouses.change(id, seen, change.name(), change.active())));
    }

    private static WarehouseView view(Warehouse warehouse) {
        return new WarehouseView(
                warehouse.id().toString(),
                warehouse.code(),
                warehouse.name(),
                warehouse.main(),
                warehouse.active(),
                warehouse.version());
    }

    private static ResponseEntity<WarehouseView> tagged(WarehouseView warehouse) {
        return ResponseEntity.ok().eTag(etag(warehouse)).body(warehouse);
    }

    private static String etag(WarehouseView warehouse) {
        return new EntityVersion(warehouse.version()).etag();
    }
}
