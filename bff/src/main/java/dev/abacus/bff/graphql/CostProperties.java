package dev.abacus.bff.graphql;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What one operation may ask for.
 *
 * @param maxDepth levels of fields
 * @param maxCost what {@link OperationCost} makes of it
 * @param costPerRequest how much cost counts like one more request of the tenant's quota
 */
@ConfigurationProperties("abacus.graphql")
record CostProperties(int maxDepth, int maxCost, int costPerRequest) {}
