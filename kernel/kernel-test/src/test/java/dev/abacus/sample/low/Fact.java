package dev.abacus.sample.low;

public record Fact(String text) {}
