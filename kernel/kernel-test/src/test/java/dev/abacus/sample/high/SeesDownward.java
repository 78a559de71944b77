package dev.abacus.sample.high;

import dev.abacus.sample.low.Fact;

public class SeesDownward {
    Fact below;
}
