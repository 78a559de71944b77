/**
 * The schema of a service that has just one, and no tenant's shards in it. Its migrations ({@code db/migration/<service>}) are
 * run by the runner of SQL releases: by an operator before the service starts, or by the service itself.
 */
package dev.abacus.kernel.ownschema;
