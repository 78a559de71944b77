package dev.abacus.bench.harness;

import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The middle one of several measurements: one disturbed round does not move it. */
public final class Median {

    private Median() {}

    public static double of(Collection<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    public static <T> double of(Collection<T> rounds, ToDoubleFunction<T> figure) {
        return of(rounds.stream().map(figure::applyAsDouble).toList());
    }

    /** How far the rounds lie apart: half of highest minus lowest, in percent of the median. */
    public static double spreadPercent(Collection<Double> values) {
        double lowest = values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double highest = values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        return 50 * (highest - lowest) / of(values);
    }

    /**
     * Where the true median lies with 95 % confidence: half the distance between the two order statistics that bound it.
     * Assumes nothing of how the rounds are spread, and is moved by no outlier.
     */
    public static double uncertainty(Collection<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int n = sorted.size();
        int below = Math.max(0, (int) Math.floor(n / 2.0 - 0.98 * Math.sqrt(n)));
        return (sorted.get(n - 1 - below) - sorted.get(below)) / 2;
    }
}
