/** What inventory-service tells the others once it has happened. */
package dev.abacus.inventory.api.events;
