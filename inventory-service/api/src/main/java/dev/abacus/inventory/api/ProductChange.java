package dev.abacus.inventory.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Everything of a product that may change, as it shall be. An inactive product is neither bought nor sold any more. */
public record ProductChange(
        @NotBlank @Size(max = 200) String name,
        @Size(max = 120) String category,
        @Size(max = 20) List<@NotBlank @Size(max = 64) String> barcodes,
        @Size(max = 16) String purchaseUnit,
        @Size(max = 16) String saleUnit,
        @Size(max = 20) List<@NotNull @Valid UnitRelation> relations,
        boolean active) {

    public ProductChange {
        barcodes = barcodes == null ? List.of() : barcodes;
        relations = relations == null ? List.of() : relations;
    }
}
