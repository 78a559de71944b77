package dev.abacus.inventory.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * A product to be kept in stock. Its SKU and its stock unit stay for ever: every ledger entry is written in them.
 *
 * @param purchaseUnit what suppliers deliver it in; the stock unit when absent
 * @param saleUnit what customers order it in; the stock unit when absent
 */
public record NewProduct(
        @NotBlank @Size(max = 64) String sku,
        @NotBlank @Size(max = 200) String name,
        @Size(max = 120) String category,
        @Size(max = 20) List<@NotBlank @Size(max = 64) String> barcodes,
        @NotBlank @Size(max = 16) String stockUnit,
        @Size(max = 16) String purchaseUnit,
        @Size(max = 16) String saleUnit,
        @Size(max = 20) List<@NotNull @Valid UnitRelation> relations) {

    public NewProduct {
        barcodes = barcodes == null ? List.of() : barcodes;
        relations = relations == null ? List.of() : relations;
    }
}
