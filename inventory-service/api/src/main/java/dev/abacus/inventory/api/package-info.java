/**
 * The contract of inventory-service: records as they are on the wire and the HTTP interfaces that carry them. Callers
 * depend on this and never on the service's own code; a field is added, never renamed or reused.
 */
package dev.abacus.inventory.api;
