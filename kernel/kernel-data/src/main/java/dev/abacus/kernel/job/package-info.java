/**
 * Jobs that run for each tenant at set times, once for each, on the tenant's lane. The claim in the database decides who
 * runs one: there is no scheduler that could be down.
 */
package dev.abacus.kernel.job;
