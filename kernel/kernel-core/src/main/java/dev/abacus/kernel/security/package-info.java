/**
 * Who calls and what he may do. A service checks the token, the tenant's status and the permission point itself; it does
 * not rely on the gateway having done so.
 */
package dev.abacus.kernel.security;
