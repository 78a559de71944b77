package dev.abacus.seed.demand;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * Numbers drawn from distributions. Each subject has a stream of its own, so that one more product in the catalogue
 * changes nobody else's past.
 */
final class Chance {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /** Beyond it e^-mean leaves too little of a double to multiply down from. */
    private static final double SMALL_MEAN = 30;

    private final SplittableRandom random;

    private Chance(SplittableRandom random) {
        this.random = random;
    }

    static Chance of(long seed, String subject) {
        long hash = FNV_OFFSET;
        for (byte b : subject.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        }
        return new Chance(new SplittableRandom(seed ^ hash));
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Knuth's product method; a large mean is split, since the sum of two Poissons is one. */
    int poisson(double mean) {
        if (mean > SMALL_MEAN) {
            return poisson(mean / 2) + poisson(mean / 2);
        }
        double limit = Math.exp(-mean);
        int events = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            events++;
        }
        return events;
    }

    /** A Poisson whose mean itself is drawn from a gamma distribution of that shape: variance mean + mean² / shape. */
    int negativeBinomial(double mean, double shape) {
        return mean <= 0 ? 0 : poisson(gamma(shape) * mean / shape);
    }

    /** Marsaglia and Tsang, "A simple method for generating gamma variables" (2000), for shapes of at least 1. */
    private double gamma(double shape) {
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
