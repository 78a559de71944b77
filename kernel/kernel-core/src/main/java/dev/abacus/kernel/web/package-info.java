/** What every HTTP API of the suite has in common: slices, entity versions, idempotency keys, body limits, JSON forms. */
package dev.abacus.kernel.web;
