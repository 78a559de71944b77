/** Nacos: the rules as they are published, and who is registered. */
package dev.abacus.lane.control.registry;
