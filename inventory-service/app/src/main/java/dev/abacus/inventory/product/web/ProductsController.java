package dev.abacus.inventory.product.web;

import dev.abacus.inventory.api.NewProduct;
import dev.abacus.inventory.api.Permissions;
import dev.abacus.inventory.api.ProductChange;
import dev.abacus.inventory.api.ProductView;
import dev.abacus.inventory.api.ProductsFound;
import dev.abacus.inventory.api.SkuLookup;
import dev.abacus.inventory.product.Category;
import dev.abacus.inventory.product.ProductId;
import dev.abacus.inventory.product.Sku;
import dev.abacus.inventory.product.application.AddingProduct;
import dev.abacus.inventory.product.application.ChangingProduct;
import dev.abacus.inventory.product.application.FindingProducts;
import dev.abacus.inventory.product.domain.ProductFilter;
import dev.abacus.kernel.idempotency.Idempotency;
import dev.abacus.kernel.security.PermissionPoint;
import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.kernel.web.IdempotencyKey;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
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
@RequestMapping("/products")
@Tag(name = "Products", description = "What is kept in stock, and the units that it is bought, kept and sold in.")
class ProductsController {

    private final FindingProducts finding;
    private final AddingProduct adding;
    private final ChangingProduct changing;
    private final Idempotency idempotency;

    ProductsController(
            FindingProducts finding, AddingProduct adding, ChangingProduct changing, Idempotency idempotency) {
        this.finding = finding;
        this.adding = adding;
        this.changing = changing;
        this.idempotency = idempotency;
    }

    @GetMapping
    @PermissionPoint(Permissions.PRODUCT_READ)
    @Operation(operationId = "listProducts", summary = "List products in the order of their SKUs")
    Slice<ProductView> list(
            @RequestParam(required = false) String text,
            @RequestParam(required = false) String category,
            @RequestParam(required = false) Boolean active,
            PageRequest page) {
        return finding.list(new ProductFilter(text, Category.of(category), active), page)
                .map(ProductSheets::view);
    }

    @GetMapping("/{id}")
    @PermissionPoint(Permissions.PRODUCT_READ)
    @Operation(operationId = "getProduct", summary = "Get a product by its id")
    ResponseEntity<ProductView> get(@PathVariable ProductId id) {
        return tagged(ProductSheets.view(finding.get(id)));
    }

    @GetMapping("/by-sku/{sku}")
    @PermissionPoint(Permissions.PRODUCT_READ)
    @Operation(operationId = "getProductBySku", summary = "Get a product by its SKU")
    ResponseEntity<ProductView> bySku(@PathVariable String sku) {
        return tagged(ProductSheets.view(finding.get(Sku.of(sku))));
    }

    @PostMapping("/lookup")
    @PermissionPoint(Permissions.PRODUCT_READ)
    @Operation(operationId = "lookUpProducts", summary = "Get up to 500 products by their SKUs")
    ProductsFound lookup(@RequestBody @Valid SkuLookup lookup) {
        return ProductLookups.answer(lookup, finding);
    }

    @PostMapping
    @PermissionPoint(Permissions.PRODUCT_WRITE)
    @Operation(operationId = "addProduct", summary = "Add a product")
    ResponseEntity<ProductView> add(@RequestBody @Valid NewProduct product, IdempotencyKey key) {
        ProductView added = idempotency.once(
                key,
                Permissions.PRODUCT_WRITE,
                product,
                ProductView.class,
                () -> ProductSheets.view(adding.add(ProductSheets.sheet(product))));
        return ResponseEntity.created(URI.create("/products/" + added.id()))
                .eTag(etag(added))
                .body(added);
    }

    @PutMapping("/{id}")
    @PermissionPoint(Permissions.PRODUCT_WRITE)
    @Operation(operationId = "changeProduct", summary = "Change a product")
    ResponseEntity<ProductView> change(
            @PathVariable ProductId id, @RequestBody @Valid ProductChange change, EntityVersion seen) {
        return tagged(ProductSheets.view(changing.change(id, seen, before -> ProductSheets.changed(before, change))));
    }

    private static ResponseEntity<ProductView> tagged(ProductView product) {
        return ResponseEntity.ok().eTag(etag(product)).body(product);
    }

    private static String etag(ProductView product) {
        return new EntityVersion(product.version()).etag();
    }
}
