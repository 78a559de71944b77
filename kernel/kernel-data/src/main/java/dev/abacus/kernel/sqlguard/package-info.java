/**
 * The SQL guard: no statement reaches the database unless it is understood to the last word and every tenant-scoped
 * table in it is bound to the tenant in context.
 *
 * <p>Three parts. {@link dev.abacus.kernel.sqlguard.TenantCondition} writes the tenant's condition into MyBatis
 * statements. {@link dev.abacus.kernel.sqlguard.SqlGuard} trusts nobody, and reads every statement again, whoever wrote
 * it. {@link dev.abacus.kernel.sqlguard.GuardedDataSource} is the only way to a connection, and asks the guard before
 * each execution, with the values that are about to be sent. Why it is built so: ADRs 0020 to 0024.
 */
package dev.abacus.kernel.sqlguard;
