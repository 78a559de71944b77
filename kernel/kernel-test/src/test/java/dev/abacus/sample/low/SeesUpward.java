package dev.abacus.sample.low;

import dev.abacus.sample.high.SeesDownward;

public class SeesUpward {
    SeesDownward above;
}
