/**
 * A tenant's own rows, for functions that compute over many of them: by SELECT, over the tables that a service publishes, behind
 * the same guard as the service's own statements. Nothing is written here: what changes goes through the service's use cases.
 */
package dev.abacus.kernel.tenantdata;
