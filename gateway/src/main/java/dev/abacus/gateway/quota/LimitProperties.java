package dev.abacus.gateway.quota;

import dev.abacus.quota.Limit;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The limits that no plan sets.
 *
 * @param signInLimit for one address on the doors that take no token
 * @param platformLimit for one client of the platform itself
 */
@ConfigurationProperties("abacus.gateway")
record LimitProperties(Rate signInLimit, Rate platformLimit) {

    record Rate(int perSecond, int burst) {

        Limit named(String name) {
            return new Limit(name, perSecond, burst);
        }
    }
}
