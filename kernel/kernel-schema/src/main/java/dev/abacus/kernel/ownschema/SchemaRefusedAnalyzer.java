package dev.abacus.kernel.ownschema;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The reason instead of a stack trace. */
final class SchemaRefusedAnalyzer extends AbstractFailureAnalyzer<SchemaRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable root, SchemaRefused refused) {
        return new FailureAnalysis(
                refused.getMessage(),
                "./abacus sql migrate brings schemas up to date, and so does one start of the baseline's with"
                        + " abacus.schema=migrate. An instance on a lane shares the baseline's schema and changes nothing in it.",
                refused);
    }
}
