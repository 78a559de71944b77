/**
 * Looks at every statement before it may run anywhere. Rules are small and independent; what none of them can read needs
 * somebody's approval, and in a tenant's script it is refused, for nobody could say whose rows it touches.
 */
package dev.abacus.sql.review;
