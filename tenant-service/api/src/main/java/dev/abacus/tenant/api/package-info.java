/**
 * What others may know of tenant-service: its HTTP interfaces and their records, its events, its permission points and
 * the scopes of the platform's clients.
 */
package dev.abacus.tenant.api;
