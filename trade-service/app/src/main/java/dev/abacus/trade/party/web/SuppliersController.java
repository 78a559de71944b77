package dev.abacus.trade.party.web;

import dev.abacus.kernel.domain.NotFound;
import dev.abacus.kernel.security.PermissionPoint;
import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.kernel.web.IdempotencyKey;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import dev.abacus.trade.api.IdList;
import dev.abacus.trade.api.Permissions;
import dev.abacus.trade.api.party.NewSupplier;
import dev.abacus.trade.api.party.SupplierChange;
import dev.abacus.trade.api.party.SupplierView;
import dev.abacus.trade.party.SupplierId;
import dev.abacus.trade.party.application.PartyLists;
import dev.abacus.trade.party.application.RegisteringSupplier;
import dev.abacus.trade.party.domain.PartyCode;
import dev.abacus.trade.party.domain.Suppliers;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/suppliers")
@Tag(name = "Suppliers", description = "Who delivers, and how long that takes")
class SuppliersController {

    private final RegisteringSupplier registering;
    private final Suppliers suppliers;
    private final PartyLists.OfSuppliers list;

    SuppliersController(RegisteringSupplier registering, Suppliers suppliers, PartyLists.OfSuppliers list) {
        this.registering = registering;
        this.suppliers = suppliers;
        this.list = list;
    }

    @GetMapping
    @PermissionPoint(Permissions.SUPPLIER_READ)
    @Operation(
            operationId = "listSuppliers",
            summary = "Suppliers by code; search by the beginning of a code or a part of a name")
    Slice<SupplierView> list(@RequestParam(required = false) String search, PageRequest page) {
        return list.list(search, page).map(PartyViews::view);
    }

    @GetMapping("/{id}")
    @PermissionPoint(Permissions.SUPPLIER_READ)
    @Operation(operationId = "getSupplier", summary = "One supplier")
    ResponseEntity<SupplierView> get(@PathVariable SupplierId id) {
        return tagged(ResponseEntity.ok(), view(id));
    }

    @PostMapping("/lookup")
    @PermissionPoint(Permissions.SUPPLIER_READ)
    @Operation(operationId = "lookUpSuppliers", summary = "Many suppliers at once; unknown ids are left out")
    List<SupplierView> lookUp(@Valid @RequestBody IdList ids) {
        return suppliers.findAll(ids.ids().stream().map(SupplierId::valueOf).toList()).stream()
                .map(PartyViews::view)
                .toList();
    }

    @PostMapping
    @PermissionPoint(Permissions.SUPPLIER_WRITE)
    @Operation(operationId = "createSupplier", summary = "Take a supplier on")
    ResponseEntity<SupplierView> create(@Valid @RequestBody NewSupplier supplier, IdempotencyKey key) {
        SupplierId id = registering.register(
                new RegisteringSupplier.Newcomer(
                        new PartyCode(supplier.code()),
                        supplier.name(),
                        supplier.leadTimeDays(),
                        supplier.currency(),
                        PartyViews.person(supplier.contact())),
                key);
        return tagged(ResponseEntity.created(URI.create("/suppliers/" + id)), view(id));
    }

    @PutMapping("/{id}")
    @PermissionPoint(Permissions.SUPPLIER_WRITE)
    @Operation(operationId = "changeSupplier", summary = "Change a supplier")
    ResponseEntity<SupplierView> change(
            @PathVariable SupplierId id, EntityVersion version, @Valid @RequestBody SupplierChange change) {
        registering.change(
                id,
                version,
                new RegisteringSupplier.Change(
                        change.name(), change.leadTimeDays(), PartyViews.person(change.contact()), change.active()));
        return tagged(ResponseEntity.ok(), view(id));
    }

    private SupplierView view(SupplierId id) {
        return suppliers.find(id).map(PartyViews::view).orElseThrow(() -> new NotFound("supplier", id));
    }

    private static ResponseEntity<SupplierView> tagged(ResponseEntity.BodyBuilder answer, SupplierView view) {
        return answer.eTag(new EntityVersion(view.version()).etag()).body(view);
    }
}
