package dev.abacus.bench.harness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Several ways of doing the same, measured in turns. Every second round goes backwards (A B, B A, …), so that a machine
 * that grows slower, or a cache that grows warmer, favours nobody.
 */
public final class Rounds {

    private Rounds() {}

    /** @return the rounds of each way, by its name, in the order of {@code ways} */
    public static <T> Map<String, List<T>> interleaved(int rounds, Map<String, Supplier<T>> ways) {
        Map<String, List<T>> measured = new LinkedHashMap<>();
        ways.keySet().forEach(name -> measured.put(name, new ArrayList<>()));
        List<String> order = new ArrayList<>(ways.keySet());
        for (int round = 0; round < rounds; round++) {
            for (String name : round % 2 == 0 ? order : order.reversed()) {
                measured.get(name).add(ways.get(name).get());
            }
        }
        return measured;
    }
}
