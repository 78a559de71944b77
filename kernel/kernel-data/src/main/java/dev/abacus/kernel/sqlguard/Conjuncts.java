package dev.abacus.kernel.sqlguard;

/** Takes the equalities that must hold for a condition to hold: the ANDed ones, not those below OR or NOT. */
interface Conjuncts {

    Conjuncts IGNORED = (left, right) -> {};

    void equal(Operand left, Operand right);
}
