package dev.abacus.kernel.sharding;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The reasons instead of a stack trace. */
final class SchemaRefusedAnalyzer extends AbstractFailureAnalyzer<SchemaRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable root, SchemaRefused refused) {
        return new FailureAnalysis(
                refused.getMessage(),
                "./abacus sql migrate brings schemas up to date, and so does one start with abacus.schema=migrate. A lane"
                        + " shares its tables with the baseline and may only add to them; ./abacus lane check SERVICE"
                        + " tells the same without a start.",
                refused);
    }
}
