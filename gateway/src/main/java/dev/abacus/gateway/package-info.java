/**
 * The only door. Every request from outside is stripped of whatever only the suite itself may say, its caller is
 * verified, its tenant's status and quota are checked, its lane is decided once, and it is forwarded to an instance from
 * the registry. Interface tier: it knows no business at all, so that no release of a service needs a release of the door.
 */
@Interface
package dev.abacus.gateway;

import dev.abacus.kernel.tier.Interface;
