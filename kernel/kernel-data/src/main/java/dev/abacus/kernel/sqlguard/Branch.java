package dev.abacus.kernel.sqlguard;

import java.util.List;

/** A query's result as one of its UNION branches makes it: what stands in each column. */
record Branch(List<Operand> items, QueryBlock block) {

    boolean hasStar() {
        return items.stream().anyMatch(Operand.Star.class::isInstance);
    }
}
