package dev.abacus.inventory.stock.domain;

import dev.abacus.inventory.stock.StockKey;
import dev.abacus.kernel.domain.Quantity;

/** What is to be added to a level; either part may be negative or nothing. */
public record LevelChange(StockKey key, Quantity onHand, Quantity reserved) {

    public static LevelChange onHand(StockKey key, Quantity quantity) {
        return new LevelChange(key, quantity, Quantity.zero(quantity.unit()));
    }

    public static LevelChange reserved(StockKey key, Quantity quantity) {
        return new LevelChange(key, Quantity.zero(quantity.unit()), quantity);
    }

    LevelChange plus(LevelChange other) {
        return new LevelChange(key, onHand.plus(other.onHand), reserved.plus(other.reserved));
    }

    boolean isNothing() {
        return onHand.isZero() && reserved.isZero();
    }

    /** How much must be available for the change to be possible; not more than nothing when it only adds. */
    public Quantity taken() {
        return reserved.minus(onHand);
    }
}
