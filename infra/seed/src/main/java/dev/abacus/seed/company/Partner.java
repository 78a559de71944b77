package dev.abacus.seed.company;

/** Somebody whom a company trades with. */
public sealed interface Partner {

    String code();

    String name();

    /** @param leadTimeDays from an approved order to its goods */
    record Supplier(String code, String name, int leadTimeDays, String email) implements Partner {}

    /** @param credit how much he may have on credit, in the company's currency */
    record Customer(String code, String name, String credit, String email) implements Partner {}
}
