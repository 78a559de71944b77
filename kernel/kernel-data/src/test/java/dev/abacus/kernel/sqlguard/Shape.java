package dev.abacus.kernel.sqlguard;

/**
 * A kind of statement in two versions: one that the guard must refuse, and its positive control, the nearest one that
 * stays inside the tenant and must run. Every parameter is the tenant's id.
 *
 * @param name     a sentence about the refused one
 * @param rule     that refuses it
 * @param real     whether the refused one, left alone, lets a tenant see or change its neighbour; the others are refused
 *                 because nobody has shown that they do not
 */
record Shape(String name, Rule rule, boolean real, String refused, String allowed) {

    static Shape attack(String name, Rule rule, String refused, String allowed) {
        return new Shape(name, rule, true, refused, allowed);
    }

    static Shape caution(String name, Rule rule, String refused, String allowed) {
        return new Shape(name, rule, false, refused, allowed);
    }

    @Override
    public String toString() {
        return name;
    }
}
