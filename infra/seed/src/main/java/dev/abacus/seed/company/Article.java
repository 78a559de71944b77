package dev.abacus.seed.company;

import dev.abacus.inventory.api.NewProduct;
import dev.abacus.inventory.api.UnitRelation;
import dev.abacus.seed.demand.DemandProfile;
import java.math.BigDecimal;
import java.util.List;

/**
 * Something that a company trades in. It is kept and sold by the piece and bought by the case.
 *
 * @param piece unit of stock and sale
 * @param purchase unit that it is bought in
 * @param piecesPerCase how many pieces are in one purchase unit
 * @param supplier the code of who delivers it
 * @param cost of a piece, in the company's currency
 * @param price of a piece, in the company's currency
 */
public record Article(
        String sku,
        String name,
        String category,
        String barcode,
        String piece,
        String purchase,
        int piecesPerCase,
        String supplier,
        BigDecimal cost,
        BigDecimal price,
        DemandProfile demand) {

    public NewProduct product() {
        return new NewProduct(
                sku,
                name,
                category,
                List.of(barcode),
                piece,
                purchase,
                piece,
                List.of(new UnitRelation(1, purchase, piecesPerCase, piece)));
    }
}
