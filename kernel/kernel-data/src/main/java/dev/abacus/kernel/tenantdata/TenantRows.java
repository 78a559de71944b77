package dev.abacus.kernel.tenantdata;

import java.util.List;

/**
 * What a query found.
 *
 * @param columns their labels
 * @param rows each cell as text, so that no decimal loses a digit on its way; null for NULL
 */
record TenantRows(List<String> columns, List<List<String>> rows) {}
