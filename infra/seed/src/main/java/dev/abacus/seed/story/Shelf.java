package dev.abacus.seed.story;

import dev.abacus.inventory.api.StockLookup;
import dev.abacus.seed.client.Desk;
import java.math.BigDecimal;
import java.util.List;

/** What is in stock of a product, in all warehouses. */
record Shelf(BigDecimal onHand, BigDecimal reserved) {

    private static final Shelf EMPTY = new Shelf(BigDecimal.ZERO, BigDecimal.ZERO);

    static Shelf of(Desk desk, String sku) {
        return desk.stock().lookup(new StockLookup(List.of(sku), null)).stream()
                .map(level ->
                        new Shelf(level.onHand().amount(), level.reserved().amount()))
                .reduce(EMPTY, Shelf::plus);
    }

    BigDecimal available() {
        return onHand.subtract(reserved);
    }

    Shelf plus(long pieces, long promised) {
        return plus(new Shelf(BigDecimal.valueOf(pieces), BigDecimal.valueOf(promised)));
    }

    private Shelf plus(Shelf other) {
        return new Shelf(onHand.add(other.onHand), reserved.add(other.reserved));
    }

    boolean isAs(Shelf other) {
        return onHand.compareTo(other.onHand) == 0 && reserved.compareTo(other.reserved) == 0;
    }

    @Override
    public String toString() {
        return onHand.stripTrailingZeros().toPlainString() + " on hand, "
                + reserved.stripTrailingZeros().toPlainString() + " reserved";
    }
}
