package dev.abacus.sample.orders.domain;

public record PlainOrder(long id) {}
