package dev.abacus.quota;

/** Token buckets, one for each key. */
public interface Buckets {

    /**
     * Takes {@code tokens} from the bucket of {@code key}, all of them or none. A cost above the burst counts as the
     * burst: it empties the bucket rather than being impossible for ever.
     */
    Verdict take(String key, Limit limit, int tokens);
}
