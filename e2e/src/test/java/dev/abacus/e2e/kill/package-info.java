/**
 * Processes killed in the middle of their work, and the books looked at afterwards. The books are read straight from the
 * shards, and only read: an API that told what its own service believes would be no witness.
 */
package dev.abacus.e2e.kill;
