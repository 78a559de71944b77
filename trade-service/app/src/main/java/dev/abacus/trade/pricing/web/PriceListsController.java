package dev.abacus.trade.pricing.web;

import dev.abacus.kernel.domain.NotFound;
import dev.abacus.kernel.security.PermissionPoint;
import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.kernel.web.IdempotencyKey;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import dev.abacus.trade.api.Permissions;
import dev.abacus.trade.api.pricing.NewPriceList;
import dev.abacus.trade.api.pricing.PriceBreak;
import dev.abacus.trade.api.pricing.PriceBreaks;
import dev.abacus.trade.api.pricing.PriceListChange;
import dev.abacus.trade.api.pricing.PriceListView;
import dev.abacus.trade.catalogue.Sku;
import dev.abacus.trade.party.CustomerId;
import dev.abacus.trade.pricing.PriceListId;
import dev.abacus.trade.pricing.Validity;
import dev.abacus.trade.pricing.application.MaintainingPriceLists;
import dev.abacus.trade.pricing.application.PricingLists;
import dev.abacus.trade.pricing.domain.PriceList;
import dev.abacus.trade.pricing.domain.PriceLists;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/price-lists")
@Tag(name = "Price lists", description = "What things cost, for everybody or for one customer")
class PriceListsController {

    private final MaintainingPriceLists maintaining;
    private final PriceLists lists;
    private final PricingLists pages;

    PriceListsController(MaintainingPriceLists maintaining, PriceLists lists, PricingLists pages) {
        this.maintaining = maintaining;
        this.lists = lists;
        this.pages = pages;
    }

    @GetMapping
    @PermissionPoint(Permissions.PRICE_READ)
    @Operation(operationId = "listPriceLists", summary = "Price lists, the newest first")
    Slice<PriceListView> list(PageRequest page) {
        return pages.list(page).map(PriceListsController::view);
    }

    @GetMapping("/{id}")
    @PermissionPoint(Permissions.PRICE_READ)
    @Operation(operationId = "getPriceList", summary = "One price list, without its prices")
    ResponseEntity<PriceListView> get(@PathVariable PriceListId id) {
        return tagged(ResponseEntity.ok(), find(id));
    }

    @PostMapping
    @PermissionPoint(Permissions.PRICE_WRITE)
    @Operation(operationId = "createPriceList", summary = "Make a price list")
    ResponseEntity<PriceListView> create(@Valid @RequestBody NewPriceList list, IdempotencyKey key) {
        PriceListId id = maintaining.make(
                new MaintainingPriceLists.NewList(
                        list.code(),
                        list.name(),
                        list.customerId() == null ? null : CustomerId.valueOf(list.customerId()),
                        list.currency(),
                        new Validity(list.validFrom(), list.validTo())),
                key);
        return tagged(ResponseEntity.created(URI.create("/price-lists/" + id)), find(id));
    }

    @PutMapping("/{id}")
    @PermissionPoint(Permissions.PRICE_WRITE)
    @Operation(operationId = "changePriceList", summary = "Change a price list's name or validity")
    ResponseEntity<PriceListView> change(
            @PathVariable PriceListId id, EntityVersion version, @Valid @RequestBody PriceListChange change) {
        maintaining.change(id, version, change.name(), new Validity(change.validFrom(), change.validTo()));
        return tagged(ResponseEntity.ok(), find(id));
    }

    @GetMapping("/{id}/prices")
    @PermissionPoint(Permissions.PRICE_READ)
    @Operation(operationId = "listPrices", summary = "The prices in a list")
    Slice<PriceBreak> prices(
            @PathVariable PriceListId id, @RequestParam(required = false) String sku, PageRequest page) {
        return pages.prices(id, sku == null ? null : Sku.of(sku), page)
                .map(price -> new PriceBreak(price.sku().code(), price.from(), price.price()));
    }

    @PutMapping("/{id}/prices")
    @PermissionPoint(Permissions.PRICE_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "putPrices", summary = "Put prices into a list, all or none")
    void putPrices(@PathVariable PriceListId id, @Valid @RequestBody PriceBreaks prices) {
        maintaining.put(
                id,
                prices.prices().stream()
                        .map(price -> new dev.abacus.trade.pricing.domain.PriceBreak(
                                Sku.of(price.sku()), price.from(), price.price()))
                        .toList());
    }

    private PriceList find(PriceListId id) {
        return lists.find(id).orElseThrow(() -> new NotFound("price list", id));
    }

    private static ResponseEntity<PriceListView> tagged(ResponseEntity.BodyBuilder answer, PriceList list) {
        return answer.eTag(new EntityVersion(list.version()).etag()).body(view(list));
    }

    private static PriceListView view(PriceList list) {
        return new PriceListView(
                list.id().toString(),
                list.code(),
                list.name(),
                list.customer().map(CustomerId::toString).orElse(null),
                list.currency(),
                list.validity().from(),
                list.validity().to(),
                list.version());
    }
}
