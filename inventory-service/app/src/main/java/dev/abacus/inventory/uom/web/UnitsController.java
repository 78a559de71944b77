package dev.abacus.inventory.uom.web;

import dev.abacus.inventory.api.NewUnit;
import dev.abacus.inventory.api.Permissions;
import dev.abacus.inventory.api.UnitView;
import dev.abacus.inventory.uom.application.DefiningUnits;
import dev.abacus.inventory.uom.domain.UnitOfMeasure;
import dev.abacus.kernel.idempotency.Idempotency;
import dev.abacus.kernel.security.PermissionPoint;
import dev.abacus.kernel.web.IdempotencyKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/units")
@Tag(name = "Units", description = "The units of measure that the company works with.")
class UnitsController {

    private final DefiningUnits defining;
    private final Idempotency idempotency;

    UnitsController(DefiningUnits defining, Idempotency idempotency) {
        this.defining = defining;
        this.idempotency = idempotency;
    }

    @GetMapping
    @PermissionPoint(Permissions.UNIT_READ)
    @Operation(operationId = "listUnits", summary = "List all units in the order of their codes")
    List<UnitView> all() {
        return defining.all().stream().map(UnitsController::view).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PermissionPoint(Permissions.UNIT_WRITE)
    @Operation(operationId = "defineUnit", summary = "Define a unit")
    UnitView define(@RequestBody @Valid NewUnit unit, IdempotencyKey key) {
        return idempotency.once(
                key,
                Permissions.UNIT_WRITE,
                unit,
                UnitView.class,
                () -> view(defining.define(UnitOfMeasure.of(unit.code(), unit.name()))));
    }

    private static UnitView view(UnitOfMeasure unit) {
        return new UnitView(unit.unit().code(), unit.name());
    }
}
