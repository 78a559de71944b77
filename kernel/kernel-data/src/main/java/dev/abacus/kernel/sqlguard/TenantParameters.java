package dev.abacus.kernel.sqlguard;

import dev.abacus.kernel.sqlguard.Word.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * A statement with a {@code ?} wherever the tenant is meant.
 *
 * @param positions where these stand among all its parameters, from 0, ascending
 */
record TenantParameters(String sql, List<Integer> positions) {

    /** Stands for the tenant in a syntax tree. */
    static final String SENTINEL = "__tenant_in_context";

    /** The MyBatis property that the parameters are bound to. */
    static final String PROPERTY = "__tenantInContext";

    TenantParameters {
        positions = List.copyOf(positions);
    }

    static TenantParameters none(String sql) {
        return new TenantParameters(sql, List.of());
    }

    /**
     * Replaces each sentinel in {@code sql}, not those in quotes.
     *
     * @throws Enforcement.Refusal when it is not plain, and nobody can tell what is in quotes
     */
    static TenantParameters in(String sql) {
        List<Word> words = Words.of(sql, Enforcement.all());
        StringBuilder text = new StringBuilder();
        List<Integer> positions = new ArrayList<>();
        int copied = 0;
        int parameters = 0;
        for (Word word : words) {
            if (word.kind() == Kind.PARAMETER) {
                parameters++;
            } else if (word.isKeyword(SENTINEL)) {
                positions.add(parameters++);
                text.append(sql, copied, word.start()).append('?');
                copied = word.end();
            }
        }
        return new TenantParameters(text.append(sql, copied, sql.length()).toString(), positions);
    }
}
