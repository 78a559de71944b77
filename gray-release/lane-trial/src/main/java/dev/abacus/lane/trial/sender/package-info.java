/** What calls and sends for tenants, each on the lane that the rules in force say: a gateway and a service in one. */
package dev.abacus.lane.trial.sender;
