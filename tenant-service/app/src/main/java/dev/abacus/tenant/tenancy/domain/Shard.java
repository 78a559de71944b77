package dev.abacus.tenant.tenancy.domain;

/**
 * A shard that tenants can be put on.
 *
 * @param weight how much it carries relative to the others; 0 takes no new tenants
 */
public record Shard(String name, int weight) {

    public Shard {
        if (weight < 0) {
            throw new IllegalArgumentException("shard " + name + " has weight " + weight);
        }
    }

    boolean isOpen() {
        return weight > 0;
    }

    double loadWith(int tenants) {
        return (double) tenants / weight;
    }
}
